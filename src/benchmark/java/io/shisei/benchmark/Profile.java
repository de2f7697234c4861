package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a recorded JVM spent its processor time: each sample counts for the first known party on its stack. */
final class Profile {

    private static final Map<String, String> PARTIES = new LinkedHashMap<>();

    static {
        PARTIES.put("io.shisei.control", "judging (CEL)");
        PARTIES.put("dev.cel", "judging (CEL)");
        PARTIES.put("io.shisei.finding", "harvest and reconciliation");
        PARTIES.put("org.postgresql", "harvest and reconciliation");
        PARTIES.put("software.amazon.awssdk.http.auth", "AWS SDK: signing");
        PARTIES.put(
                "software.amazon.awssdk.core.internal.http.pipeline.stages.HandleResponseStage", "AWS SDK: answers");
        PARTIES.put("software.amazon.awssdk.protocols", "AWS SDK: marshalling");
        PARTIES.put("org.apache.http", "AWS SDK: HTTP client");
        PARTIES.put("software.amazon.awssdk", "AWS SDK: the rest");
        PARTIES.put("io.shisei.aws", "kinds");
        PARTIES.put("org.springframework", "Spring");
        PARTIES.put("com.github.kagkarlsson", "db-scheduler");
    }

    private Profile() {}

    static String table(Path recording) throws IOException {
        var samples = new HashMap<String, Integer>();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    samples.merge(party(event), 1, Integer::sum);
                }
            }
        }
        int all = Math.max(
                1, samples.values().stream().mapToInt(Integer::intValue).sum());
        var table = new StringBuilder("| where the service's processor time goes | samples | share |\n|---|---|---|\n");
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> table.append("| %s | %d | %d %% |%n"
                        .formatted(entry.getKey(), entry.getValue(), Math.round(100.0 * entry.getValue() / all))));
        return table.toString();
    }

    private static String party(RecordedEvent event) {
        var trace = event.getStackTrace();
        return trace == null ? "unknown" : party(trace.getFrames());
    }

    private static String party(List<RecordedFrame> frames) {
        for (var frame : frames) {
            var type = frame.getMethod().getType().getName();
            for (var party : PARTIES.entrySet()) {
                if (type.startsWith(party.getKey())) {
                    return party.getValue();
                }
            }
        }
        return "the JDK alone";
    }
}
