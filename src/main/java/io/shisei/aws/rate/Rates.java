package io.shisei.aws.rate;

import io.shisei.yaml.YamlReader;
import java.util.List;
import org.springframework.core.io.Resource;
import tools.jackson.core.type.TypeReference;

/** What AWS allows, by API and operation; the first that fits counts. */
public record Rates(List<Rate> all) {

    private static final TypeReference<List<Rate>> LIST = new TypeReference<>() {};

    public Rates {
        all = List.copyOf(all);
        if (all.isEmpty() || !all.getLast().equals(anything(all.getLast()))) {
            throw new IllegalArgumentException("the last of the rates must be for all operations ('*') of all APIs");
        }
    }

    private static Rate anything(Rate rate) {
        return new Rate("*", "*", rate.bucket(), rate.scope(), rate.burst(), rate.perSecond(), rate.source());
    }

    public static Rates read(Resource file) {
        return new Rates(YamlReader.read(file, LIST));
    }

    Rate of(String api, String operation) {
        return all.stream()
                .filter(rate -> rate.fits(api, operation))
                .findFirst()
                .orElseThrow();
    }
}
