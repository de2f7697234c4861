package io.shisei.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers from files as the AWS CLI prints them, {@code ec2/DescribeVpcs.json} beside the tests of a service; what a file
 * leaves out, and what has none, is made up.
 */
public final class RecordedAnswers implements Answers {

    private static final JsonMapper JSON = new JsonMapper();

    private final String room;
    private final Map<String, JsonNode> read = new ConcurrentHashMap<>();

    /** @param room the package of the service's kinds */
    public RecordedAnswers(String room) {
        this.room = room;
    }

    @Override
    public SdkResponse of(String operation, SdkRequest request, Class<?> shape) {
        var name = operation.substring(operation.lastIndexOf(' ') + 1);
        return (SdkResponse) MadeUp.of(shape, read.computeIfAbsent(name, this::file));
    }

    private JsonNode file(String name) {
        var path = "/" + room.replace('.', '/') + "/" + name + ".json";
        try (var file = RecordedAnswers.class.getResourceAsStream(path)) {
            return file == null ? MadeUp.nothingTold() : JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
