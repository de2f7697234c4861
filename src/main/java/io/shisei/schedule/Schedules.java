package io.shisei.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All schedules. */
@Component
public class Schedules {

    /** Sorted by name. */
    public List<Schedule> list() {
        throw new UnsupportedOperationException();
    }

    public Optional<Schedule> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Schedule create(Schedule.Plan plan) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException when there is no such schedule */
    public Schedule change(UUID id, Schedule.Plan plan) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException when there is no such schedule */
    public void delete(UUID id) {
        throw new UnsupportedOperationException();
    }
}
