#compdef entente
# zsh completion for entente.  Use:  source <(entente completion zsh)
_entente() {
  local -a asked options
  asked=("${(@)words[1,CURRENT-1]}")
  [[ "${words[CURRENT]}" == -* ]] && asked+=("${words[CURRENT]}")
  options=("${(@f)$("${asked[@]}" --generate-bash-completion 2>/dev/null)}")
  if [[ -n "${options[1]}" ]]; then
    _describe 'entente' options
  fi
  (( CURRENT > 2 )) && _files
}
compdef _entente entente
