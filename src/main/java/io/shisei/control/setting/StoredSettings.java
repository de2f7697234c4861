package io.shisei.control.setting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The changed settings of controls; a control without one has its defaults. */
interface StoredSettings extends Repository<StoredSetting, String> {

    List<StoredSetting> findAll();

    Optional<StoredSetting> findById(String controlId);

    StoredSetting save(StoredSetting setting);
}
