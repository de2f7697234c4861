package io.shisei.aws.rate;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an operator would make them, briskly timed. */
public final class Settings {

    private Settings() {}

    public static AwsSettings with(Map<String, ?> changed) {
        var values =
                new HashMap<String, Object>(Map.of("attempt-timeout", "5s", "call-timeout", "10s", "max-attempts", 3));
        values.putAll(changed);
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", AwsSettings.class);
    }
}
