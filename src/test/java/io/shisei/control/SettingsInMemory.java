package io.shisei.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings without a database. */
final class SettingsInMemory implements ControlSettings {

    private final Map<String, ControlSetting> settings = new LinkedHashMap<>();

    @Override
    public List<ControlSetting> findAll() {
        return List.copyOf(settings.values());
    }

    @Override
    public Optional<ControlSetting> findById(String controlId) {
        return Optional.ofNullable(settings.get(controlId));
    }

    @Override
    public ControlSetting save(ControlSetting setting) {
        settings.put(setting.controlId(), setting);
        return setting;
    }
}
