package io.shisei.benchmark;

import java.time.Duration;

/** Milliseconds of processor time that a service has used, and the processes that it started. */
record Cpu(double service, double database) {

    static Cpu of(Process process) {
        return new Cpu(
                millis(process.toHandle()),
                process.descendants().mapToDouble(Cpu::millis).sum());
    }

    Cpu minus(Cpu before) {
        return new Cpu(service - before.service, database - before.database);
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }
}
