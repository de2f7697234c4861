package io.shisei.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML: a key that stands twice, or that its record does not have, is an error and not left out. */
public final class YamlReader {

    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private YamlReader() {}

    /** @throws InvalidYaml when the file is not YAML, or does not hold what {@code type} has */
    public static <T> T read(Resource file, TypeReference<T> type) {
        try (var in = file.getInputStream()) {
            return STRICT.readValue(in, type);
        } catch (JacksonException e) {
            throw new InvalidYaml(file.getFilename() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file.getDescription(), e);
        }
    }

    /** The line of a text, from 1, that is no YAML; the reader itself knows only how far it had come before. */
    public static int line(JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return marked.getProblemMark().get().getLine() + 1;
        }
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    /** Each piece of {@code text} and where it stands, for those who tell all errors at once; they mind keys that stand twice. */
    public static JsonParser pieces(String text) {
        return STRICT.reader()
                .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .createParser(text);
    }
}
