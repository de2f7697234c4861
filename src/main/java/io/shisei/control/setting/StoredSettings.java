package io.shisei.control.setting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What operators say of controls; a control of which nothing is said has its defaults. */
interface StoredSettings extends Repository<StoredSetting, UUID> {

    List<StoredSetting> findAll();

    List<StoredSetting> findByControlId(String controlId);

    List<StoredSetting> findByAccountIdOrderByControlId(String accountId);

    StoredSetting save(StoredSetting setting);

    void delete(StoredSetting setting);
}
