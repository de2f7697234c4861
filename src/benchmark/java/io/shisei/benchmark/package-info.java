/** Benchmarks and the chaos run: programs started by the scripts in {@code benchmarks/}, never by the build. */
package io.shisei.benchmark;
