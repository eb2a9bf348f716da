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
	latent := make([]float64, n) // f - offset
	alpha := make([]float64, n)
	grad, w, root := make([]float64, n), make([]float64, n), make([]float64, n)
	b := mat.NewSymDense(n, nil)
	var chol mat.Cholesky
	kb, tmp := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
	previous := math.Inf(1)
	for range 100 {
		for i, e := range examples {
			q := sigmoid(offset[i] + latent[i])
			grad[i] = e.weight * (e.target - q)
			w[i] = e.weight*q*(1-q) + 1e-9
			root[i] = math.Sqrt(w[i])
		}
		for i := range n {
			for j := i; j < n; j++ {
				v := root[i] * k.At(i, j) * root[j]
				if i == j {
					v++
				}
				b.SetSym(i, j, v)
			}
		}
		if !chol.Factorize(b) {
			return out, errDiverged
		}
		bv := mat.NewVecDense(n, nil)
		for i := range n {
			bv.SetVec(i, w[i]*latent[i]+grad[i])
		}
		kb.MulVec(k, bv)
		for i := range n {
			tmp.SetVec(i, root[i]*kb.AtVec(i))
		}
		if err := chol.SolveVecTo(tmp, tmp); err != nil && !errors.As(err, new(mat.Condition)) {
			return out, errDiverged
		}
		change := 0.0
		for i := range n {
			a := bv.AtVec(i) - root[i]*tmp.AtVec(i)
			change += math.Abs(a - alpha[i])
			alpha[i] = a
		}
		av := mat.NewVecDense(n, alpha)
		kb.MulVec(k, av)
		for i := range n {
			latent[i] = kb.AtVec(i)
		}
		if math.IsNaN(change) {
			return out, errDiverged
		}
		if change < 1e-9*float64(n) || change >= previous && change < 1e-6*float64(n) {
			break
		}
		previous = change
	}
	for i, e := range examples {
		out.bias += p.biasVar * alpha[i]
		for _, f := range e.x {
			out.weights[f.feature] += p.variance[f.feature] * f.value * alpha[i]
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
