package parser

// none stands for a token that is not there.
const none = -1

// state is a configuration of the arc-eager transition system.
type state struct {
	n      int     // tokens
	next   int     // first token of the buffer that has never left it
	stack  []int32 // last is the top
	back   []int32 // tokens put back before next; last is the front of the buffer
	tokens []token
	arcs   []arc
}

// token is what the state knows of a token.
type token struct {
	head        int32 // or none
	label       int32 // action that gave the head
	left, right int32 // newest arc to a child on that side, index into arcs, or none
	unshiftable bool
	starts      bool // first of a sentence, as far as decided
}

// arc is an element of the list of the children of a token on one side.
type arc struct {
	child int32
	older int32 // index into arcs, or none
}

func (s *state) reset(n int) {
	s.n, s.next = n, 0
	s.stack, s.back, s.arcs = s.stack[:0], s.back[:0], s.arcs[:0]
	if cap(s.tokens) < n {
		s.tokens = make([]token, n)
	}
	s.tokens = s.tokens[:n]
	for i := range s.tokens {
		s.tokens[i] = token{head: none, left: none, right: none}
	}
	if n > 0 {
		s.tokens[0].starts = true
	}
}

// stackAt returns the token i below the top of the stack.
func (s *state) stackAt(i int) int {
	if i >= len(s.stack) {
		return none
	}
	return int(s.stack[len(s.stack)-1-i])
}

// bufferAt returns token i of the buffer.
func (s *state) bufferAt(i int) int {
	if i < len(s.back) {
		return int(s.back[len(s.back)-1-i])
	}
	if t := s.next + i - len(s.back); t < s.n {
		return t
	}
	return none
}

func (s *state) bufferLen() int { return s.n - s.next + len(s.back) }

func (s *state) final() bool { return len(s.stack) == 0 && s.bufferLen() == 0 }

// lastLeft returns the left child of t that was attached last.
func (s *state) lastLeft(t int) int {
	if t < 0 || s.tokens[t].left < 0 {
		return none
	}
	return int(s.arcs[s.tokens[t].left].child)
}

// lastRight returns the right child of t that was attached last.
func (s *state) lastRight(t int) int {
	if t < 0 || s.tokens[t].right < 0 {
		return none
	}
	return int(s.arcs[s.tokens[t].right].child)
}

// push moves the front of the buffer to the stack.
func (s *state) push() {
	if k := len(s.back); k > 0 {
		s.stack = append(s.stack, s.back[k-1])
		s.back = s.back[:k-1]
		return
	}
	s.stack = append(s.stack, int32(s.next))
	s.next++
}

func (s *state) pop() { s.stack = s.stack[:len(s.stack)-1] }

// reduce pops the stack; a token without a head goes back to the buffer unless
// it is alone.
func (s *state) reduce() {
	top := s.stackAt(0)
	if s.tokens[top].head < 0 && len(s.stack) > 1 {
		s.tokens[top].unshiftable = true
		s.back = append(s.back, int32(top))
	}
	s.pop()
}

// attach gives child a head, in place of the one it may have had.
func (s *state) attach(head, child int, label int32) {
	c := &s.tokens[child]
	if c.head >= 0 {
		s.detach(int(c.head), child)
	}
	c.head, c.label = int32(head), label
	list := &s.tokens[head].right
	if head > child {
		list = &s.tokens[head].left
	}
	s.arcs = append(s.arcs, arc{child: int32(child), older: *list})
	*list = int32(len(s.arcs) - 1)
}

// detach takes an arc that is being replaced off its head's list. It is the
// newest there: whatever was attached later has left the stack before.
func (s *state) detach(head, child int) {
	list := &s.tokens[head].right
	if head > child {
		list = &s.tokens[head].left
	}
	if *list >= 0 && s.arcs[*list].child == int32(child) {
		*list = s.arcs[*list].older
	}
}
