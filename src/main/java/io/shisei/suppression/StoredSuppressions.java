package io.shisei.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of rules. */
interface StoredSuppressions extends Repository<StoredSuppression, UUID> {

    Optional<StoredSuppression> findById(UUID id);

    List<StoredSuppression> findAllByOrderByCreatedAtDescIdAsc();

    @Query("""
            select s from StoredSuppression s
            where s.endedAt is null and (s.expiresAt is null or s.expiresAt > :at) order by s.createdAt, s.id
            """)
    List<StoredSuppression> inForce(Instant at);

    @Query("""
            select s from StoredSuppression s
            where not s.settled or s.endedAt is null and s.expiresAt <= :at order by s.createdAt, s.id limit 1
            """)
    Optional<StoredSuppression> next(Instant at);

    /** At once, so that statements beside those of JPA see it. */
    StoredSuppression saveAndFlush(StoredSuppression suppression);
}
