package io.shisei.control;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The changed settings of controls; a control without one has its defaults. */
interface ControlSettings extends Repository<ControlSetting, String> {

    List<ControlSetting> findAll();

    Optional<ControlSetting> findById(String controlId);

    ControlSetting save(ControlSetting setting);
}
