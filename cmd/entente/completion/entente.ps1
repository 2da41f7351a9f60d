# PowerShell completion for entente.  Use:  entente completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName entente -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() } | Select-Object -Skip 1)
  if ($wordToComplete -and -not $wordToComplete.StartsWith('-')) { $words = @($words | Select-Object -SkipLast 1) }
  & entente @words --generate-bash-completion | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
