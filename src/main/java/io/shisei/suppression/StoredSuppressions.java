package io.shisei.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The rows of rules. */
interface StoredSuppressions extends Repository<StoredSuppression, UUID> {

    Optional<StoredSuppression> findById(UUID id);

    List<StoredSuppression> findAllByOrderByCreatedAtDescIdAsc();

    @Query("""
            select * from suppression
            where ended_at is null and pending_by is null and (expires_at is null or expires_at > :at) order by created_at, id
            """)
    List<StoredSuppression> inForce(Instant at);

    @Query("""
            select * from suppression
            where not settled or ended_at is null and expires_at <= :at order by created_at, id limit 1
            """)
    Optional<StoredSuppression> next(Instant at);

    StoredSuppression save(StoredSuppression suppression);
}
