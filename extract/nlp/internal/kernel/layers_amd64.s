//go:build amd64 && !purego

#include "textflag.h"

DATA constants<>+0(SB)/4, $4.0
DATA constants<>+4(SB)/4, $5.0
DATA constants<>+8(SB)/4, $2.0
DATA constants<>+12(SB)/4, $8.0
DATA constants<>+16(SB)/4, $1.0
DATA constants<>+20(SB)/4, $1e-8
GLOBL constants<>(SB), RODATA|NOPTR, $24

// func addLanes(dst, x *float32, n int)
TEXT ·addLanes(SB), NOSPLIT, $0-24
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	SHLQ $2, CX
	XORQ AX, AX

addNext:
	VMOVUPS (DI)(AX*1), Y0
	VADDPS  (SI)(AX*1), Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     addNext
	VZEROUPPER
	RET

// func maxout2Lanes(dst, y, bias *float32, n int)
TEXT ·maxout2Lanes(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ bias+16(FP), DX
	MOVQ n+24(FP), CX
	SHLQ $2, CX
	LEAQ (SI)(CX*1), R8
	LEAQ (DX)(CX*1), R9
	XORQ AX, AX

max2Next:
	VMOVUPS (SI)(AX*1), Y0
	VADDPS  (DX)(AX*1), Y0, Y0
	VMOVUPS (R8)(AX*1), Y1
	VADDPS  (R9)(AX*1), Y1, Y1
	VMAXPS  Y1, Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     max2Next
	VZEROUPPER
	RET

// ACROSS adds up the eight numbers of y into the lowest of x, its lower half.
#define ACROSS(y, x) \
	VEXTRACTF128 $1, y, X14   \
	VADDPS       X14, x, x    \
	VHADDPS      x, x, x      \
	VHADDPS      x, x, x

// func finishLanes(dst, y, add, bias, gain, shift *float32, n int)
TEXT ·finishLanes(SB), NOSPLIT, $0-56
	MOVQ dst+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ bias+24(FP), DX
	MOVQ n+48(FP), CX

	VXORPS    Y13, Y13, Y13
	VCVTSI2SSQ CX, X13, X13             // n
	SHLQ      $2, CX
	LEAQ      (SI)(CX*1), R8
	LEAQ      (SI)(CX*2), R9
	LEAQ      (DX)(CX*1), R10
	LEAQ      (DX)(CX*2), R11
	XORQ      AX, AX
	VXORPS    Y8, Y8, Y8

	// The greatest of the three pieces, and the sum.
largest:
	VMOVUPS (SI)(AX*1), Y0
	VADDPS  (DX)(AX*1), Y0, Y0
	VMOVUPS (R8)(AX*1), Y1
	VADDPS  (R10)(AX*1), Y1, Y1
	VMOVUPS (R9)(AX*1), Y2
	VADDPS  (R11)(AX*1), Y2, Y2
	VMAXPS  Y1, Y0, Y0
	VMAXPS  Y2, Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	VADDPS  Y0, Y8, Y8
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     largest

	ACROSS(Y8, X8)
	VDIVSS       X13, X8, X8
	VBROADCASTSS X8, Y8         // mean
	VXORPS       Y9, Y9, Y9
	XORQ         AX, AX

	// The distance from the mean, and the sum of its squares.
centre:
	VMOVUPS     (DI)(AX*1), Y0
	VSUBPS      Y8, Y0, Y0
	VMOVUPS     Y0, (DI)(AX*1)
	VFMADD231PS Y0, Y0, Y9
	ADDQ        $32, AX
	CMPQ        AX, CX
	JLT         centre

	ACROSS(Y9, X9)
	VDIVSS       X13, X9, X9
	VADDSS       constants<>+20(SB), X9, X9
	VSQRTSS      X9, X9, X9
	VMOVSS       constants<>+16(SB), X10
	VDIVSS       X9, X10, X9
	VBROADCASTSS X9, Y9          // scale

	MOVQ  gain+32(FP), R8
	MOVQ  shift+40(FP), R9
	MOVQ  add+16(FP), R10
	XORQ  AX, AX
	TESTQ R10, R10
	JEQ   scale

scaleAdd:
	VMULPS      (DI)(AX*1), Y9, Y0
	VMOVUPS     (R9)(AX*1), Y1
	VFMADD231PS (R8)(AX*1), Y0, Y1
	VADDPS      (R10)(AX*1), Y1, Y1
	VMOVUPS     Y1, (DI)(AX*1)
	ADDQ        $32, AX
	CMPQ        AX, CX
	JLT         scaleAdd
	VZEROUPPER
	RET

scale:
	VMULPS      (DI)(AX*1), Y9, Y0
	VMOVUPS     (R9)(AX*1), Y1
	VFMADD231PS (R8)(AX*1), Y0, Y1
	VMOVUPS     Y1, (DI)(AX*1)
	ADDQ        $32, AX
	CMPQ        AX, CX
	JLT         scale
	VZEROUPPER
	RET

// func spreadLanes(v, x *float32, n, stride int)
// R8 to R12 are rows 1 to 5 of x; DX, the distance of outputs.
TEXT ·spreadLanes(SB), NOSPLIT, $0-32
	MOVQ v+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	MOVQ stride+24(FP), DX
	SHLQ $2, CX
	SHLQ $2, DX
	LEAQ (SI)(CX*1), R8
	LEAQ (SI)(CX*2), R9
	LEAQ (R8)(CX*2), R10
	LEAQ (R9)(CX*2), R11
	LEAQ (R10)(CX*2), R12
	LEAQ (DI)(DX*2), R13
	ADDQ DX, R13                 // output 3
	XORQ AX, AX
	VBROADCASTSS constants<>+0(SB), Y13
	VBROADCASTSS constants<>+4(SB), Y14
	VBROADCASTSS constants<>+8(SB), Y15

spreadNext:
	VMOVUPS (R8)(AX*1), Y1        // b
	VMOVUPS (R9)(AX*1), Y2        // c
	VMOVUPS (R10)(AX*1), Y3       // d
	VMOVUPS (R11)(AX*1), Y4       // e

	VMOVAPS      Y4, Y0           // 4a - 5c + e
	VFMADD231PS  (SI)(AX*1), Y13, Y0
	VFNMADD231PS Y2, Y14, Y0
	VMOVUPS      Y0, (DI)

	VADDPS       Y3, Y4, Y5       // (d + e) - 4(b + c)
	VADDPS       Y1, Y2, Y6
	VFNMADD231PS Y6, Y13, Y5
	VMOVUPS      Y5, (DI)(DX*1)

	VSUBPS      Y3, Y4, Y5        // (e - d) + 4(b - c)
	VSUBPS      Y2, Y1, Y6
	VFMADD231PS Y6, Y13, Y5
	VMOVUPS     Y5, (DI)(DX*2)

	VSUBPS       Y2, Y4, Y5       // (e - c) +- 2(d - b)
	VSUBPS       Y1, Y3, Y6
	VMOVAPS      Y5, Y7
	VFMADD231PS  Y6, Y15, Y5
	VFNMADD231PS Y6, Y15, Y7
	VMOVUPS      Y5, (R13)
	VMOVUPS      Y7, (R13)(DX*1)

	VMOVUPS      (R12)(AX*1), Y0  // 4b - 5d + f
	VFMADD231PS  Y1, Y13, Y0
	VFNMADD231PS Y3, Y14, Y0
	VMOVUPS      Y0, (R13)(DX*2)

	ADDQ $32, DI
	ADDQ $32, R13
	ADDQ $32, AX
	CMPQ AX, CX
	JLT  spreadNext
	VZEROUPPER
	RET

// func gatherLanes(y, m *float32, n, stride int)
// R8 to R10 are rows 1 to 3 of y; R13 is product 3, DX the distance of products.
TEXT ·gatherLanes(SB), NOSPLIT, $0-32
	MOVQ y+0(FP), DI
	MOVQ m+8(FP), SI
	MOVQ n+16(FP), CX
	MOVQ stride+24(FP), DX
	SHLQ $2, CX
	SHLQ $2, DX
	LEAQ (DI)(CX*1), R8
	LEAQ (DI)(CX*2), R9
	LEAQ (R8)(CX*2), R10
	LEAQ (SI)(DX*2), R13
	ADDQ DX, R13
	XORQ AX, AX
	VBROADCASTSS constants<>+0(SB), Y13
	VBROADCASTSS constants<>+8(SB), Y14
	VBROADCASTSS constants<>+12(SB), Y15

gatherNext:
	VMOVUPS (SI)(DX*1), Y1
	VMOVUPS (SI)(DX*2), Y2
	VMOVUPS (R13), Y3
	VMOVUPS (R13)(DX*1), Y4
	VADDPS  Y2, Y1, Y5            // p = m1 + m2
	VSUBPS  Y2, Y1, Y6            // q = m1 - m2
	VADDPS  Y4, Y3, Y7            // r = m3 + m4
	VSUBPS  Y4, Y3, Y8            // s = m3 - m4

	VADDPS  (SI), Y5, Y0          // m0 + p + r
	VADDPS  Y7, Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)

	VADDPS  (R13)(DX*2), Y6, Y9   // q + 8s + m5
	VFMADD231PS Y8, Y15, Y9
	VMOVUPS Y9, (R10)(AX*1)

	VFMADD231PS Y8, Y14, Y6       // q + 2s
	VMOVUPS Y6, (R8)(AX*1)

	VFMADD231PS Y7, Y13, Y5       // p + 4r
	VMOVUPS Y5, (R9)(AX*1)

	ADDQ $32, SI
	ADDQ $32, R13
	ADDQ $32, AX
	CMPQ AX, CX
	JLT  gatherNext
	VZEROUPPER
	RET
