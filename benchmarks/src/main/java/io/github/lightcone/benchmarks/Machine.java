package io.github.lightcone.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What measurements need of the machine: its name, its clocks and its memory. */
final class Machine {

    private Machine() {}

    /** Returns the processor's name and number. */
    static String name() {
        String model = System.getProperty("os.arch");
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            try {
                model = Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(model);
            } catch (IOException e) {
                return model;
            }
        }
        return model + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }

    /** Returns the processor time of this thread, ns. */
    static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns the processor time of all threads of this process, ns; 0 where the system does not tell. */
    static long processorTimeOfAllThreads() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    /** Returns the bytes of the heap in use once it is collected. */
    static long heapUsed() {
        for (int k = 0; k < 3; k++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
