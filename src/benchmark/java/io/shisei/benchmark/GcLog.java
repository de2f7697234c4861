package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a log of {@code -Xlog:gc} tells of the heap, in MB; milliseconds of pauses. */
record GcLog(int peak, int peakLive, double pauses) {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

    static GcLog read(Path file) throws IOException {
        int peak = 0;
        int live = 0;
        double pauses = 0;
        for (var line : Files.readAllLines(file)) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                peak = Math.max(peak, Integer.parseInt(pause.group(1)));
                live = Math.max(live, Integer.parseInt(pause.group(2)));
                pauses += Double.parseDouble(pause.group(3));
            }
        }
        return new GcLog(peak, live, pauses);
    }
}
