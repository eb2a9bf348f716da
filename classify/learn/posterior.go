package learn

import "math"

// entry is one non-zero feature of an example.
type entry struct {
	feature int32
	value   float64
}

// sparse is an example's features, by ascending index.
type sparse []entry

func (x sparse) dot(w []float64) float64 {
	var sum float64
	for _, e := range x {
		sum += e.value * w[e.feature]
	}
	return sum
}

// add adds s times x to w.
func (x sparse) add(w []float64, s float64) {
	for _, e := range x {
		w[e.feature] += s * e.value
	}
}

// example is what a linear model learns from.
type example struct {
	x      sparse
	target float64 // probability of the higher level, 0…1
	weight float64 // how many examples it counts as, above 0
}

// prior is the belief about a linear model's weights before the examples:
// independent normal distributions.
type prior struct {
	mean      []float64
	deviation []float64 // standard deviation; 0: the weight stays at its mean
}

const (
	newtonSteps = 50
	newtonGain  = 1e-6 // of the log posterior: below it the maximum is reached
	cgSteps     = 60
)

// maximum finds the most probable weights under the prior, given the examples:
// logistic regression by Newton's method, each step solved by conjugate
// gradients (Lin, Weng and Keerthi, "Trust region Newton method for large-scale
// logistic regression", JMLR 9, 2008; here with a halved step instead of a trust
// region). It works in units of the prior's deviations, in which the prior is
// round. One core, fixed order: the same input gives the same bits.
func maximum(examples []example, p prior) []float64 {
	n, m := len(examples), len(p.mean)
	offset := make([]float64, n)
	scaled := make([]sparse, n)
	for i, e := range examples {
		offset[i] = e.x.dot(p.mean)
		for _, f := range e.x {
			if d := p.deviation[f.feature]; d > 0 {
				scaled[i] = append(scaled[i], entry{f.feature, f.value * d})
			}
		}
	}
	u := make([]float64, m)      // weights minus mean, in deviations
	latent := make([]float64, n) // of the examples, without offset
	objective := func(u, latent []float64) float64 {
		sum := -0.5 * square(u)
		for i, e := range examples {
			z := offset[i] + latent[i]
			sum += e.weight * (e.target*z - softplus(z))
		}
		return sum
	}
	best := objective(u, latent)
	gradient, curvature := make([]float64, m), make([]float64, n)
	for range newtonSteps {
		for j := range gradient {
			gradient[j] = -u[j]
		}
		for i, e := range examples {
			q := sigmoid(offset[i] + latent[i])
			curvature[i] = e.weight * q * (1 - q)
			scaled[i].add(gradient, e.weight*(e.target-q))
		}
		step := conjugate(scaled, curvature, gradient)
		move := make([]float64, n)
		for i := range move {
			move[i] = scaled[i].dot(step)
		}
		gain := 0.0
		// A full step may overshoot where the prior mean is sure and wrong.
		for size := 1.0; size > 1e-6; size /= 2 {
			u2, latent2 := axpy(size, step, u), axpy(size, move, latent)
			if o := objective(u2, latent2); o > best {
				gain, best, u, latent = o-best, o, u2, latent2
				break
			}
		}
		if gain < newtonGain {
			break
		}
	}
	out := make([]float64, m)
	for j := range out {
		out[j] = p.mean[j] + p.deviation[j]*u[j]
	}
	return out
}

// conjugate solves (I + X'CX) s = g for s.
func conjugate(x []sparse, c, g []float64) []float64 {
	m := len(g)
	s, r, d := make([]float64, m), append([]float64(nil), g...), append([]float64(nil), g...)
	hd := make([]float64, m)
	rr := square(r)
	goal := rr * 1e-3 // an inexact step: the next one mends it
	for range cgSteps {
		if rr <= goal {
			break
		}
		copy(hd, d)
		for i := range x {
			if v := c[i] * x[i].dot(d); v != 0 {
				x[i].add(hd, v)
			}
		}
		dhd := 0.0
		for j := range d {
			dhd += d[j] * hd[j]
		}
		a := rr / dhd
		for j := range s {
			s[j] += a * d[j]
			r[j] -= a * hd[j]
		}
		next := square(r)
		for j := range d {
			d[j] = r[j] + next/rr*d[j]
		}
		rr = next
	}
	return s
}

func square(v []float64) float64 {
	var sum float64
	for _, x := range v {
		sum += x * x
	}
	return sum
}

// axpy is a*x + y.
func axpy(a float64, x, y []float64) []float64 {
	out := make([]float64, len(x))
	for i := range out {
		out[i] = a*x[i] + y[i]
	}
	return out
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// softplus is ln(1+e^x).
func softplus(x float64) float64 {
	if x > 0 {
		return x + math.Log1p(math.Exp(-x))
	}
	return math.Log1p(math.Exp(x))
}
