package io.shisei.sample;

import io.shisei.inventory.Scope;
import io.shisei.yaml.InvalidYaml;
import io.shisei.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;

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

    private static final TypeReference<Head> HEAD = new TypeReference<>() {};
    private static final TypeReference<Inventory> INVENTORY = new TypeReference<>() {};
    private static final TypeReference<List<Day>> DAYS = new TypeReference<>() {};

    /**
     * Reads the files below {@code folder}, such as {@code classpath:sample}.
     *
     * @throws InvalidYaml when a file cannot be understood
     */
    static Script read(String folder) {
        return new Script(
                YamlReader.read(file(folder + "/account.yaml"), HEAD),
                files(folder + "/inventory/*/*.yaml")
                        .map(file -> YamlReader.read(file, INVENTORY))
                        .toList(),
                files(folder + "/diary/*.yaml")
                        .flatMap(file -> YamlReader.read(file, DAYS).stream())
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
}
