package learn

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
)

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

// prior is the belief about a linear model's weights before the examples:
// independent normal distributions.
type prior struct {
	mean     []float64
	variance []float64 // 0: the weight stays at its mean
	bias     float64   // mean of the bias
	biasVar  float64
}

// example is what a linear model learns from.
type example struct {
	x      sparse
	target float64 // probability of the higher level, 0…1
	weight float64 // how many examples it counts as, above 0
}

// posterior is the maximum a posteriori of a logistic model.
type posterior struct {
	weights []float64
	bias    float64
}

var errDiverged = errors.New("the weights did not settle: the prior variances are too large for the examples")

// maximum finds the most probable weights under the prior. The problem is
// solved in the space of the examples, of which there are fewer than features:
// Newton's method on the latent values, as in Rasmussen and Williams, "Gaussian
// Processes for Machine Learning" (2006), algorithm 3.1, with a linear kernel.
// Same input, same result to the last bit: nothing here depends on the order of
// a map or on the number of cores.
func maximum(examples []example, p prior) (posterior, error) {
	n := len(examples)
	out := posterior{append([]float64(nil), p.mean...), p.bias}
	if n == 0 {
		return out, nil
	}
	offset := make([]float64, n)
	for i, e := range examples {
		offset[i] = p.bias + e.x.dot(p.mean)
	}
	k := kernel(examples, p)
	latent, alpha := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil) // f - offset; latent = K alpha
	w, root := make([]float64, n), make([]float64, n)
	b, next := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
	system := mat.NewSymDense(n, nil)
	var chol mat.Cholesky
	// objective is the logarithm of the posterior, but for a constant.
	objective := func(latent, alpha *mat.VecDense) float64 {
		sum := -0.5 * mat.Dot(alpha, latent)
		for i, e := range examples {
			z := offset[i] + latent.AtVec(i)
			sum += e.weight * (e.target*z - softplus(z))
		}
		return sum
	}
	best := objective(latent, alpha)
	for range 100 {
		for i, e := range examples {
			q := sigmoid(offset[i] + latent.AtVec(i))
			w[i] = e.weight*q*(1-q) + 1e-9
			root[i] = math.Sqrt(w[i])
			b.SetVec(i, w[i]*latent.AtVec(i)+e.weight*(e.target-q))
		}
		for i := range n {
			for j := i; j < n; j++ {
				v := root[i] * k.At(i, j) * root[j]
				if i == j {
					v++
				}
				system.SetSym(i, j, v)
			}
		}
		if !chol.Factorize(system) {
			return out, errDiverged
		}
		next.MulVec(k, b)
		for i := range n {
			next.SetVec(i, root[i]*next.AtVec(i))
		}
		if err := chol.SolveVecTo(next, next); err != nil && !errors.As(err, new(mat.Condition)) {
			return out, errDiverged
		}
		for i := range n {
			next.SetVec(i, b.AtVec(i)-root[i]*next.AtVec(i))
		}
		// A full Newton step may overshoot where the prior mean is sure and
		// wrong: halve it until it does not.
		gain := 0.0
		for step := 1.0; step > 1e-6; step /= 2 {
			a, f := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
			a.SubVec(next, alpha)
			a.AddScaledVec(alpha, step, a)
			f.MulVec(k, a)
			if o := objective(f, a); o > best {
				gain, best = o-best, o
				alpha, latent = a, f
				break
			}
		}
		if gain < 1e-9 {
			break
		}
	}
	for i, e := range examples {
		out.bias += p.biasVar * alpha.AtVec(i)
		for _, f := range e.x {
			out.weights[f.feature] += p.variance[f.feature] * f.value * alpha.AtVec(i)
		}
	}
	return out, nil
}

// kernel is the prior covariance of the examples' latent values.
func kernel(examples []example, p prior) *mat.SymDense {
	n := len(examples)
	k := mat.NewSymDense(n, nil)
	dense := make([]float64, len(p.variance))
	for i := range n {
		for _, e := range examples[i].x {
			dense[e.feature] = e.value * p.variance[e.feature]
		}
		for j := i; j < n; j++ {
			k.SetSym(i, j, p.biasVar+examples[j].x.dot(dense))
		}
		for _, e := range examples[i].x {
			dense[e.feature] = 0
		}
	}
	return k
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// softplus is ln(1+e^x).
func softplus(x float64) float64 {
	if x > 0 {
		return x + math.Log1p(math.Exp(-x))
	}
	return math.Log1p(math.Exp(x))
}
