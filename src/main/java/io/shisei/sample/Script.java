package io.shisei.sample;

import io.shisei.inventory.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The files of a recording: {@code account.yaml}, those in {@code inventory}, a folder for each service, and
 * {@code diary/*.yaml}.
 *
 * @param diary what changed, from all chapters; several may tell of the same day
 */
record Script(Head head, List<Inventory> inventories, List<Day> diary) {

    /**
     * What {@code account.yaml} says.
     *
     * @param days how many days there are; the last one is the day of loading
     * @param time when, each day, the account was read
     * @param controls those for which all was recorded that they read
     */
    record Head(String name, List<String> regions, int days, LocalTime time, ZoneId zone, Set<String> controls) {

        boolean hasDay(int day) {
            return day >= 1 && day <= days;
        }

        boolean hasUnit(String unit) {
            return unit.equals(Scope.GLOBAL_REGION) || regions.contains(unit);
        }
    }

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /**
     * Reads the files below {@code folder}, such as {@code classpath:sample}.
     *
     * @throws InconsistentRecording when a file cannot be understood; names file and line
     */
    static Script read(String folder) {
        var types = YAML.getTypeFactory();
        return new Script(
                Script.<Head>parse(file(folder + "/account.yaml"), types.constructType(Head.class)),
                files(folder + "/inventory/*/*.yaml")
                        .map(file -> Script.<Inventory>parse(file, types.constructType(Inventory.class)))
                        .toList(),
                files(folder + "/diary/*.yaml")
                        .flatMap(file ->
                                Script.<List<Day>>parse(file, types.constructCollectionType(List.class, Day.class))
                                        .stream())
                        .toList());
    }

    private static Resource file(String location) {
        return new PathMatchingResourcePatternResolver().getResource(location);
    }

    private static Stream<Resource> files(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T parse(Resource file, JavaType type) {
        try (var in = file.getInputStream()) {
            return YAML.readValue(in, type);
        } catch (JacksonException e) {
            throw new InconsistentRecording(file.getFilename() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
