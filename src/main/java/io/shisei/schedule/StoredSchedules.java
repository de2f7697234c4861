package io.shisei.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows of schedules. */
interface StoredSchedules extends Repository<Schedule, UUID> {

    Optional<Schedule> findById(UUID id);

    List<Schedule> findAllByOrderByNameAscIdAsc();

    Schedule save(Schedule schedule);

    void delete(Schedule schedule);
}
