package io.shisei.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows of schedules. */
interface StoredSchedules extends Repository<StoredSchedule, UUID> {

    Optional<StoredSchedule> findById(UUID id);

    List<StoredSchedule> findAllByOrderByNameAscIdAsc();

    StoredSchedule save(StoredSchedule schedule);

    void delete(StoredSchedule schedule);
}
