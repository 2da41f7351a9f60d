package nlp

// PieceEnd is pieceEnd.
var PieceEnd = pieceEnd
