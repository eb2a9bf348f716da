package web

import (
	"context"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// rest gives memory back to the system whenever nobody asks and much of it lies idle:
// after a load the server is as it was before, and not as large as it had to be. It
// ends with ctx.
func (s *Server) rest(ctx context.Context, every time.Duration) {
	const much = 64 << 20
	tick := time.NewTicker(every)
	defer tick.Stop()
	for last := int64(0); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		// Garbage is a part of what lies idle: only a load makes any.
		if n := s.meter.all(); s.meter.open.Load() == 0 && n != last && mapped() > much {
			last = n
			debug.FreeOSMemory()
		}
	}
}

// mapped is how much memory the heap has from the system, in bytes.
func mapped() (n uint64) {
	parts := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
	metrics.Read(parts)
	for _, p := range parts {
		n += p.Value.Uint64()
	}
	return n
}
