package eval

import "math"

// feature is one entry of a sparse row.
type feature struct {
	at    int32
	value float64
}

// logistic fits w and b to minimise
//
//	‖w‖²/2 + C·Σ cost[i]·ln(1+exp(-m)),  m = ±(w·x[i]+b),
//
// with cost[i] such that both classes weigh the same (rows over twice the
// class's rows): scikit-learn's LogisticRegression with class_weight balanced.
// Truncated Newton (Lin, Weng and Keerthi 2008): the steps are solved by
// conjugate gradients and halved until the objective falls. The result is
// unique, so no seed. Both classes must be there.
func logistic(x [][]feature, y []bool, width int, C float64) (w []float64, b float64) {
	n := len(x)
	vps := 0
	for _, vp := range y {
		if vp {
			vps++
		}
	}
	cost, target := make([]float64, n), make([]float64, n)
	for i, vp := range y {
		if vp {
			cost[i], target[i] = C*float64(n)/float64(2*vps), 1
		} else {
			cost[i] = C * float64(n) / float64(2*(n-vps))
		}
	}

	// theta holds w and, last, b, which is not shrunk.
	theta := make([]float64, width+1)
	product := func(theta, m []float64) {
		for i, row := range x {
			sum := theta[width]
			for _, f := range row {
				sum += theta[f.at] * f.value
			}
			m[i] = sum
		}
	}
	// back sets out to v's shrunk part plus the transpose of x times r.
	back := func(v, r, out []float64) {
		copy(out, v[:width])
		out[width] = 0
		for i, row := range x {
			for _, f := range row {
				out[f.at] += r[i] * f.value
			}
			out[width] += r[i]
		}
	}
	objective := func(theta, m []float64) float64 {
		sum := dot(theta[:width], theta[:width]) / 2
		for i := range m {
			// ln(1+exp(m)) - target·m, without overflow.
			sum += cost[i] * (math.Max(m[i], 0) + math.Log1p(math.Exp(-math.Abs(m[i]))) - target[i]*m[i])
		}
		return sum
	}

	m, trial, r, curve := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	gradient, step, next := make([]float64, width+1), make([]float64, width+1), make([]float64, width+1)
	residual, direction, bent := make([]float64, width+1), make([]float64, width+1), make([]float64, width+1)
	best := objective(theta, m)
	first := 0.0
	for range 100 {
		for i := range m {
			p := sigmoid(m[i])
			r[i] = cost[i] * (p - target[i])
			curve[i] = cost[i] * p * (1 - p)
		}
		back(theta, r, gradient)
		size := math.Sqrt(dot(gradient, gradient))
		if first == 0 {
			first = size
		}
		if size <= 1e-10*math.Max(first, 1) {
			break
		}

		// Conjugate gradients on hessian·step = -gradient, the more exactly the
		// nearer the minimum.
		clear(step)
		for i, g := range gradient {
			residual[i] = -g
		}
		copy(direction, residual)
		rr := size * size
		enough := math.Min(0.1, math.Sqrt(size/first)) * size
		for range 10 * n {
			if math.Sqrt(rr) <= enough {
				break
			}
			product(direction, trial)
			for i := range trial {
				trial[i] *= curve[i]
			}
			back(direction, trial, bent)
			a := rr / dot(direction, bent)
			for i := range step {
				step[i] += a * direction[i]
				residual[i] -= a * bent[i]
			}
			was := rr
			rr = dot(residual, residual)
			for i := range direction {
				direction[i] = residual[i] + rr/was*direction[i]
			}
		}

		slope := dot(gradient, step)
		fell := false
		for t := 1.0; t > 1e-6 && !fell; t /= 2 {
			for i := range next {
				next[i] = theta[i] + t*step[i]
			}
			product(next, trial)
			if value := objective(next, trial); value < best+1e-4*t*slope {
				best, fell = value, true
				theta, next = next, theta
				m, trial = trial, m
			}
		}
		if !fell {
			break // at the floor of rounding
		}
	}
	return theta[:width], theta[width]
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func sigmoid(x float64) float64 {
	if x < 0 {
		e := math.Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-x))
}
