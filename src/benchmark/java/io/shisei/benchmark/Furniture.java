package io.shisei.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What people have made in a service that holds the sample account, so that no page is empty.
 *
 * @param names what stands for the words in braces of addresses
 */
record Furniture(Map<String, String> names, Camera.Person reader) {

    private static final String SCHEDULE = """
            {"name": "Every night", "cron": "30 3 * * *", "zone": "Asia/Tokyo",
             "blackouts": [{"days": ["SATURDAY"], "from": "22:00", "to": "04:00"}]}
            """;
    private static final String SUPPRESSION = """
            {"controlIds": ["%s"], "reason": "Public by contract until the move ends",
             "owner": "web team", "expiresAt": "%sT00:00:00Z", "reviewOn": "%s"}
            """;
    private static final String DEADLINES = """
            {"deadlines": [{"severity": "CRITICAL", "days": 7}, {"severity": "HIGH", "days": 30}]}
            """;

    static Furniture bringInto(RestApi api) throws IOException, InterruptedException {
        var finding = failing(api, "HIGH");
        var hidden = failing(api, "LOW").at("/controlId").asString();
        var control = finding.at("/controlId").asString();
        var today = LocalDate.now();
        make(api, "PUT", "/api/v1/deadlines", DEADLINES);
        make(api, "POST", "/api/v1/views", "{\"name\": \"Late\", \"address\": \"/findings?overdue=true\"}");
        make(api, "POST", "/api/v1/tokens", "{\"name\": \"nightly report\"}");
        var schedule = make(api, "POST", "/api/v1/schedules", SCHEDULE);
        var rule = SUPPRESSION.formatted(hidden, today.plusDays(60), today);
        var suppression = make(api, "POST", "/api/v1/suppressions", rule);
        var reader = make(api, "POST", "/api/v1/users", "{\"username\": \"reader\", \"role\": \"READER\"}");
        var names = Map.of(
                "control", control,
                "finding", finding.at("/id").asString(),
                "resource", finding.at("/resource/key").asString(),
                "account", finding.at("/accountId").asString(),
                "scan", first(api, "/api/v1/scans?pageSize=1").at("/id").asString(),
                "schedule", schedule.at("/id").asString(),
                "suppression", suppression.at("/id").asString());
        return new Furniture(
                names, new Camera.Person("reader", reader.at("/password").asString()));
    }

    private static JsonNode failing(RestApi api, String severity) throws IOException, InterruptedException {
        return first(api, "/api/v1/findings?complianceStatus=FAILED&pageSize=1&severity=" + severity);
    }

    private static JsonNode first(RestApi api, String list) throws IOException, InterruptedException {
        return api.call("GET", list, "").body().at("/items/0");
    }

    private static JsonNode make(RestApi api, String method, String path, String body)
            throws IOException, InterruptedException {
        var answer = api.call(method, path, body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + " was refused: " + answer);
        }
        return answer.body();
    }
}
