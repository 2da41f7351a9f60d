//go:build amd64 && !purego

#include "textflag.h"

// Products of rows with packed weights. Registers of all tiles:
//
//	DI  destination, then its row stride in R8
//	DX  weights of the panel
//	CX  inputs left
//	SI  row 0 of the input; R9, R10, R11 rows 3, 6, 9; AX row stride
//
// Sums begin at zero and take up one input after the other.

// AVX2: Y12, Y13 hold 16 weights of an input, Y14 or Y15 the input of a row.

#define TERM16(x, v, a, b) \
	VBROADCASTSS x, v       \
	VFMADD231PS  Y12, v, a  \
	VFMADD231PS  Y13, v, b

#define WEIGHTS16(at) \
	VMOVUPS at(DX), Y12      \
	VMOVUPS (at+32)(DX), Y13

#define INPUT6X16(at, wat) \
	WEIGHTS16(wat)                         \
	TERM16(at(SI), Y14, Y0, Y1)            \
	TERM16(at(SI)(AX*1), Y15, Y2, Y3)      \
	TERM16(at(SI)(AX*2), Y14, Y4, Y5)      \
	TERM16(at(R9), Y15, Y6, Y7)            \
	TERM16(at(R9)(AX*1), Y14, Y8, Y9)      \
	TERM16(at(R9)(AX*2), Y15, Y10, Y11)

#define INPUT3X16(at, wat) \
	WEIGHTS16(wat)                         \
	TERM16(at(SI), Y14, Y0, Y1)            \
	TERM16(at(SI)(AX*1), Y15, Y2, Y3)      \
	TERM16(at(SI)(AX*2), Y14, Y4, Y5)

#define ZERO6(a, b, c, d, e, f) \
	VXORPS a, a, a \
	VXORPS b, b, b \
	VXORPS c, c, c \
	VXORPS d, d, d \
	VXORPS e, e, e \
	VXORPS f, f, f

#define STORE16(a, b) \
	VMOVUPS a, (DI)    \
	VMOVUPS b, 32(DI)

#define ARGUMENTS \
	MOVQ dst+0(FP), DI      \
	MOVQ x+8(FP), SI        \
	MOVQ w+16(FP), DX       \
	MOVQ in+24(FP), CX      \
	MOVQ xstride+32(FP), AX \
	MOVQ dstride+40(FP), R8 \
	SHLQ $2, AX             \
	SHLQ $2, R8

// func tile6x16(dst, x, w *float32, in, xstride, dstride int)
TEXT ·tile6x16(SB), NOSPLIT, $0-48
	ARGUMENTS
	LEAQ (SI)(AX*2), R9
	ADDQ AX, R9
	ZERO6(Y0, Y1, Y2, Y3, Y4, Y5)
	ZERO6(Y6, Y7, Y8, Y9, Y10, Y11)
	SUBQ $2, CX
	JLT  odd6

pair6:
	INPUT6X16(0, 0)
	INPUT6X16(4, 64)
	ADDQ $8, SI
	ADDQ $8, R9
	ADDQ $128, DX
	SUBQ $2, CX
	JGE  pair6

odd6:
	ADDQ $2, CX
	JEQ  store6
	INPUT6X16(0, 0)

store6:
	STORE16(Y0, Y1)
	ADDQ R8, DI
	STORE16(Y2, Y3)
	ADDQ R8, DI
	STORE16(Y4, Y5)
	ADDQ R8, DI
	STORE16(Y6, Y7)
	ADDQ R8, DI
	STORE16(Y8, Y9)
	ADDQ R8, DI
	STORE16(Y10, Y11)
	VZEROUPPER
	RET

// func tile3x16(dst, x, w *float32, in, xstride, dstride int)
TEXT ·tile3x16(SB), NOSPLIT, $0-48
	ARGUMENTS
	ZERO6(Y0, Y1, Y2, Y3, Y4, Y5)

next3:
	INPUT3X16(0, 0)
	ADDQ $4, SI
	ADDQ $64, DX
	DECQ CX
	JNE  next3
	STORE16(Y0, Y1)
	ADDQ R8, DI
	STORE16(Y2, Y3)
	ADDQ R8, DI
	STORE16(Y4, Y5)
	VZEROUPPER
	RET

// func tile1x64(dst, x, w *float32, in int)
// R8, R9 and R10 are the second to the fourth panel.
TEXT ·tile1x64(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ in+24(FP), CX
	MOVQ CX, AX
	SHLQ $6, AX
	LEAQ (DX)(AX*1), R8
	LEAQ (DX)(AX*2), R9
	LEAQ (R8)(AX*2), R10
	ZERO6(Y0, Y1, Y2, Y3, Y4, Y5)
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7

next64:
	VBROADCASTSS (SI), Y14
	VFMADD231PS  (DX), Y14, Y0
	VFMADD231PS  32(DX), Y14, Y1
	VFMADD231PS  (R8), Y14, Y2
	VFMADD231PS  32(R8), Y14, Y3
	VFMADD231PS  (R9), Y14, Y4
	VFMADD231PS  32(R9), Y14, Y5
	VFMADD231PS  (R10), Y14, Y6
	VFMADD231PS  32(R10), Y14, Y7
	ADDQ         $4, SI
	ADDQ         $64, DX
	ADDQ         $64, R8
	ADDQ         $64, R9
	ADDQ         $64, R10
	DECQ         CX
	JNE          next64
	VMOVUPS      Y0, (DI)
	VMOVUPS      Y1, 32(DI)
	VMOVUPS      Y2, 64(DI)
	VMOVUPS      Y3, 96(DI)
	VMOVUPS      Y4, 128(DI)
	VMOVUPS      Y5, 160(DI)
	VMOVUPS      Y6, 192(DI)
	VMOVUPS      Y7, 224(DI)
	VZEROUPPER
	RET

// func tile1x16(dst, x, w *float32, in int)
TEXT ·tile1x16(SB), NOSPLIT, $0-32
	MOVQ   dst+0(FP), DI
	MOVQ   x+8(FP), SI
	MOVQ   w+16(FP), DX
	MOVQ   in+24(FP), CX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1

next16:
	VBROADCASTSS (SI), Y14
	VFMADD231PS  (DX), Y14, Y0
	VFMADD231PS  32(DX), Y14, Y1
	ADDQ         $4, SI
	ADDQ         $64, DX
	DECQ         CX
	JNE          next16
	STORE16(Y0, Y1)
	VZEROUPPER
	RET

// AVX-512: Z28, Z29 hold 32 weights of an input, Z30 or Z31 the input of a row.

#define TERM32(x, v, a, b) \
	VBROADCASTSS x, v       \
	VFMADD231PS  Z28, v, a  \
	VFMADD231PS  Z29, v, b

#define WEIGHTS32(at) \
	VMOVUPS at(DX), Z28      \
	VMOVUPS (at+64)(DX), Z29

#define ROWS3X32(p, at, a, b, c, d, e, f) \
	TERM32(at(p), Z30, a, b)           \
	TERM32(at(p)(AX*1), Z31, c, d)     \
	TERM32(at(p)(AX*2), Z30, e, f)

#define STORE32(a, b) \
	VMOVUPS a, (DI)    \
	VMOVUPS b, 64(DI)  \
	ADDQ    R8, DI

#define ZERO6Z(a, b, c, d, e, f) \
	VPXORD a, a, a \
	VPXORD b, b, b \
	VPXORD c, c, c \
	VPXORD d, d, d \
	VPXORD e, e, e \
	VPXORD f, f, f

// func tile12x32(dst, x, w *float32, in, xstride, dstride int)
TEXT ·tile12x32(SB), NOSPLIT, $0-48
	ARGUMENTS
	LEAQ (SI)(AX*2), R9
	ADDQ AX, R9
	LEAQ (R9)(AX*2), R10
	ADDQ AX, R10
	LEAQ (R10)(AX*2), R11
	ADDQ AX, R11
	ZERO6Z(Z0, Z1, Z2, Z3, Z4, Z5)
	ZERO6Z(Z6, Z7, Z8, Z9, Z10, Z11)
	ZERO6Z(Z12, Z13, Z14, Z15, Z16, Z17)
	ZERO6Z(Z18, Z19, Z20, Z21, Z22, Z23)

next12:
	WEIGHTS32(0)
	ROWS3X32(SI, 0, Z0, Z1, Z2, Z3, Z4, Z5)
	ROWS3X32(R9, 0, Z6, Z7, Z8, Z9, Z10, Z11)
	ROWS3X32(R10, 0, Z12, Z13, Z14, Z15, Z16, Z17)
	ROWS3X32(R11, 0, Z18, Z19, Z20, Z21, Z22, Z23)
	ADDQ $4, SI
	ADDQ $4, R9
	ADDQ $4, R10
	ADDQ $4, R11
	ADDQ $128, DX
	DECQ CX
	JNE  next12
	STORE32(Z0, Z1)
	STORE32(Z2, Z3)
	STORE32(Z4, Z5)
	STORE32(Z6, Z7)
	STORE32(Z8, Z9)
	STORE32(Z10, Z11)
	STORE32(Z12, Z13)
	STORE32(Z14, Z15)
	STORE32(Z16, Z17)
	STORE32(Z18, Z19)
	STORE32(Z20, Z21)
	STORE32(Z22, Z23)
	VZEROUPPER
	RET

// func tile6x32(dst, x, w *float32, in, xstride, dstride int)
TEXT ·tile6x32(SB), NOSPLIT, $0-48
	ARGUMENTS
	LEAQ (SI)(AX*2), R9
	ADDQ AX, R9
	ZERO6Z(Z0, Z1, Z2, Z3, Z4, Z5)
	ZERO6Z(Z6, Z7, Z8, Z9, Z10, Z11)

next6:
	WEIGHTS32(0)
	ROWS3X32(SI, 0, Z0, Z1, Z2, Z3, Z4, Z5)
	ROWS3X32(R9, 0, Z6, Z7, Z8, Z9, Z10, Z11)
	ADDQ $4, SI
	ADDQ $4, R9
	ADDQ $128, DX
	DECQ CX
	JNE  next6
	STORE32(Z0, Z1)
	STORE32(Z2, Z3)
	STORE32(Z4, Z5)
	STORE32(Z6, Z7)
	STORE32(Z8, Z9)
	STORE32(Z10, Z11)
	VZEROUPPER
	RET

// func tile3x32(dst, x, w *float32, in, xstride, dstride int)
TEXT ·tile3x32(SB), NOSPLIT, $0-48
	ARGUMENTS
	ZERO6Z(Z0, Z1, Z2, Z3, Z4, Z5)

next3z:
	WEIGHTS32(0)
	ROWS3X32(SI, 0, Z0, Z1, Z2, Z3, Z4, Z5)
	ADDQ $4, SI
	ADDQ $128, DX
	DECQ CX
	JNE  next3z
	STORE32(Z0, Z1)
	STORE32(Z2, Z3)
	STORE32(Z4, Z5)
	VZEROUPPER
	RET

// func tile1x128(dst, x, w *float32, in int)
// R8, R9 and R10 are the second to the fourth panel.
TEXT ·tile1x128(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ in+24(FP), CX
	MOVQ CX, AX
	SHLQ $7, AX
	LEAQ (DX)(AX*1), R8
	LEAQ (DX)(AX*2), R9
	LEAQ (R8)(AX*2), R10
	ZERO6Z(Z0, Z1, Z2, Z3, Z4, Z5)
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7

next128:
	VBROADCASTSS (SI), Z30
	VFMADD231PS  (DX), Z30, Z0
	VFMADD231PS  64(DX), Z30, Z1
	VFMADD231PS  (R8), Z30, Z2
	VFMADD231PS  64(R8), Z30, Z3
	VFMADD231PS  (R9), Z30, Z4
	VFMADD231PS  64(R9), Z30, Z5
	VFMADD231PS  (R10), Z30, Z6
	VFMADD231PS  64(R10), Z30, Z7
	ADDQ         $4, SI
	ADDQ         $128, DX
	ADDQ         $128, R8
	ADDQ         $128, R9
	ADDQ         $128, R10
	DECQ         CX
	JNE          next128
	VMOVUPS      Z0, (DI)
	VMOVUPS      Z1, 64(DI)
	VMOVUPS      Z2, 128(DI)
	VMOVUPS      Z3, 192(DI)
	VMOVUPS      Z4, 256(DI)
	VMOVUPS      Z5, 320(DI)
	VMOVUPS      Z6, 384(DI)
	VMOVUPS      Z7, 448(DI)
	VZEROUPPER
	RET

// func tile1x32(dst, x, w *float32, in int)
TEXT ·tile1x32(SB), NOSPLIT, $0-32
	MOVQ   dst+0(FP), DI
	MOVQ   x+8(FP), SI
	MOVQ   w+16(FP), DX
	MOVQ   in+24(FP), CX
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1

next32:
	VBROADCASTSS (SI), Z30
	VFMADD231PS  (DX), Z30, Z0
	VFMADD231PS  64(DX), Z30, Z1
	ADDQ         $4, SI
	ADDQ         $128, DX
	DECQ         CX
	JNE          next32
	VMOVUPS      Z0, (DI)
	VMOVUPS      Z1, 64(DI)
	VZEROUPPER
	RET
