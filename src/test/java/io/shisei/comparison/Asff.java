package io.shisei.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A finding as Security Hub's API answers it, to be changed as a test needs it. */
record Asff(Map<String, Object> fields) {

    static final String ACCOUNT = "123456789012";

    static Asff of(String control, String resource, String status) {
        return new Asff(Map.ofEntries(
                Map.entry("SchemaVersion", "2018-10-08"),
                Map.entry("Id", "arn:aws:securityhub:eu-west-1:" + ACCOUNT + ":security-control/" + control),
                Map.entry("ProductArn", "arn:aws:securityhub:eu-west-1::product/aws/securityhub"),
                Map.entry("GeneratorId", "security-control/" + control),
                Map.entry("AwsAccountId", ACCOUNT),
                Map.entry("Region", "eu-west-1"),
                Map.entry("UpdatedAt", "2026-03-01T12:00:00.123Z"),
                Map.entry("Severity", Map.of("Label", "HIGH", "Normalized", 70)),
                Map.entry(
                        "Resources",
                        List.of(Map.of("Type", "Other", "Id", resource, "Details", Map.of("Id", List.of("no"))))),
                Map.entry("Compliance", Map.of("Status", status, "SecurityControlId", control)),
                Map.entry("Workflow", Map.of("Status", "NEW")),
                Map.entry("RecordState", "ACTIVE")));
    }

    Asff with(String field, Object value) {
        var changed = new HashMap<>(fields);
        changed.put(field, value);
        return new Asff(changed);
    }

    @Override
    public String toString() {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
