package unite_test

import (
	"reflect"
	"testing"

	"entente/graph/assemble/internal/unite"
)

func TestGroups(t *testing.T) {
	s := unite.New(6)
	s.Union(4, 1)
	s.Union(2, 5)
	if kept, gone := s.Union(1, 5); kept == gone {
		t.Error("two groups taken for one")
	}
	if kept, gone := s.Union(2, 4); kept != gone {
		t.Error("one group taken for two")
	}
	if got, want := s.Groups(), [][]int{{0}, {1, 2, 4, 5}, {3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}
