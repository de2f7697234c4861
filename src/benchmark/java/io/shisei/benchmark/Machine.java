package io.shisei.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The machine in a few words, with how busy it was before. */
final class Machine {

    private static final double BUSY = bean().getSystemLoadAverage();

    private Machine() {}

    static String describe() {
        return "%d cores, %d GiB, load %.1f before"
                .formatted(bean().getAvailableProcessors(), bean().getTotalMemorySize() >> 30, BUSY);
    }

    private static OperatingSystemMXBean bean() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
