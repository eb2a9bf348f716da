package enum

import "testing"

type colour uint8

func TestNames(t *testing.T) {
	names := Names[colour]{"red", "green"}
	for v, want := range map[colour]string{0: "red", 1: "green", 2: "enum.colour(2)", 255: "enum.colour(255)"} {
		if got := names.Of(v); got != want {
			t.Errorf("%d is %q, want %q", v, got, want)
		}
		got, ok := names.Parse(want)
		if ok != (int(v) < len(names)) || ok && got != v {
			t.Errorf("%q is %d, %v", want, got, ok)
		}
	}
	if v, ok := (Names[colour]{}).Parse("red"); v != 0 || ok {
		t.Errorf("a type without values has the name red: %d", v)
	}
}
