-- What always holds. Each query finds violations and must return no row. Run it as an organization (withTenant) or as
-- a superuser over all of them. Limits that the tables refuse by themselves are asked again here: belt and braces.
-- `name` and `de` are read by people when a rule does not hold: a plain sentence in both languages.

-- name: a journal entry balances per currency and has two lines or more
-- de: Eine Buchung geht in jeder Währung auf und hat mindestens zwei Zeilen
SELECT entry.organization_id, entry.id, line.currency, sum(line.amount_minor) AS off_by, count(line.id) AS lines
FROM journal_entry entry
LEFT JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
GROUP BY entry.organization_id, entry.id, line.currency
HAVING coalesce(sum(line.amount_minor), 1) <> 0
UNION ALL
SELECT entry.organization_id, entry.id, NULL, NULL, count(line.id)
FROM journal_entry entry
LEFT JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
GROUP BY entry.organization_id, entry.id
HAVING count(line.id) < 2;

-- name: the days of an account are the sums of its lines
-- de: Die Tagessummen eines Kontos sind die Summen seiner Buchungszeilen
SELECT coalesce(line.organization_id, known.organization_id) AS organization_id, coalesce(line.account_id, known.account_id) AS id,
  coalesce(line.posted_on, known.day) AS day, line.debit, known.debit_minor, line.credit, known.credit_minor
FROM (
  SELECT organization_id, account_id, currency, posted_on, count(*) AS lines,
    sum(greatest(amount_minor, 0)) AS debit, sum(greatest(-amount_minor, 0)) AS credit
  FROM journal_line GROUP BY organization_id, account_id, currency, posted_on
) line
FULL JOIN account_day known ON known.organization_id = line.organization_id AND known.account_id = line.account_id
  AND known.currency = line.currency AND known.day = line.posted_on
WHERE known.debit_minor IS DISTINCT FROM line.debit OR known.credit_minor IS DISTINCT FROM line.credit
  OR known.lines IS DISTINCT FROM line.lines;

-- name: a line is posted on the day of its entry
-- de: Eine Buchungszeile steht unter dem Tag ihrer Buchung
SELECT line.organization_id, line.entry_id AS id, line.posted_on, entry.posted_on AS entry_posted_on
FROM journal_line line
JOIN journal_entry entry ON entry.organization_id = line.organization_id AND entry.id = line.entry_id
WHERE line.posted_on <> entry.posted_on;

-- name: every payment is posted once, with its amount
-- de: Jede Zahlung ist genau einmal gebucht, mit ihrem Betrag
SELECT payment.organization_id, payment.id, payment.amount_minor, posted.minor AS posted_minor
FROM payment
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) FILTER (WHERE line.amount_minor > 0) AS minor, count(DISTINCT entry.id) AS entries
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  WHERE entry.organization_id = payment.organization_id
    AND entry.source = 'payment:' || payment.id AND entry.purpose = 'PAYMENT'
) posted ON true
WHERE posted.minor IS DISTINCT FROM payment.amount_minor OR posted.entries <> 1;

-- name: a payment that is back in the pool has been posted back, holds nothing, and no other is posted back
-- de: Eine zurückgegebene Zahlung ist zurückgebucht und hält nichts mehr, und keine andere ist zurückgebucht
SELECT payment.organization_id, payment.id, payment.amount_minor, posted.minor AS posted_minor, given.minor AS given_minor
FROM payment
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) FILTER (WHERE line.amount_minor > 0) AS minor
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  WHERE entry.organization_id = payment.organization_id
    AND entry.source = 'payment-unassigned:' || payment.id AND entry.purpose = 'PAYMENT'
) posted ON true
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_minor), 0) AS minor FROM allocation
  WHERE allocation.organization_id = payment.organization_id AND allocation.payment_id = payment.id
) given
WHERE posted.minor IS DISTINCT FROM CASE WHEN payment.unassigned_at IS NOT NULL THEN payment.amount_minor END
  OR (payment.unassigned_at IS NOT NULL AND given.minor <> 0);

-- name: the pool holds what the bank has credited and neither a case nor another account has
-- de: Nicht zugeordnet ist, was die Bank gutgeschrieben hat und weder ein Vorgang noch ein anderes Konto
SELECT coalesce(held.organization_id, owed.organization_id) AS organization_id,
  coalesce(held.currency, owed.currency) AS currency, held.minor AS ledger_minor, owed.minor AS derived_minor
FROM (
  SELECT line.organization_id, line.currency, -sum(line.amount_minor) AS minor
  FROM journal_line line
  JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
  WHERE account.key = 'UNASSIGNED'
  GROUP BY line.organization_id, line.currency
) held
FULL JOIN (
  SELECT organization_id, currency, sum(minor) AS minor
  FROM (
    SELECT organization_id, currency, amount_minor AS minor FROM bank_transaction credit
      WHERE direction = 'CREDIT' AND NOT EXISTS (SELECT FROM payout
        WHERE payout.organization_id = credit.organization_id AND payout.bank_transaction_id = credit.id)
    UNION ALL SELECT organization_id, currency, -amount_minor FROM payment
      WHERE bank_transaction_id IS NOT NULL AND unassigned_at IS NULL
    UNION ALL SELECT organization_id, currency, -amount_minor FROM other_receipt WHERE state = 'BOOKED'
  ) movement
  GROUP BY organization_id, currency
) owed ON owed.organization_id = held.organization_id AND owed.currency = held.currency
WHERE coalesce(held.minor, 0) <> coalesce(owed.minor, 0);

-- name: what is no customer's payment is posted to its account once it is booked, and posted back exactly when it is undone
-- de: Was keine Kundenzahlung ist, ist auf sein Konto gebucht, sobald es gilt, und genau dann zurückgebucht, wenn es zurückgenommen ist
SELECT receipt.organization_id, receipt.id, receipt.state, posted.there AS there_minor, posted.back AS back_minor
FROM other_receipt receipt
CROSS JOIN LATERAL (
  SELECT sum(-line.amount_minor) FILTER (WHERE entry.source = 'other-receipt:' || receipt.id) AS there,
    sum(line.amount_minor) FILTER (WHERE entry.source = 'other-receipt-reversed:' || receipt.id) AS back
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
  WHERE entry.organization_id = receipt.organization_id AND account.key = receipt.account AND entry.purpose = 'PAYMENT'
    AND entry.source IN ('other-receipt:' || receipt.id, 'other-receipt-reversed:' || receipt.id)
) posted
WHERE posted.there IS DISTINCT FROM CASE WHEN receipt.state IN ('BOOKED', 'REVERSED') THEN receipt.amount_minor END
  OR posted.back IS DISTINCT FROM CASE WHEN receipt.state = 'REVERSED' THEN receipt.amount_minor END;

-- name: every allocation is posted, with its amount
-- de: Jede Zuordnung ist gebucht, mit ihrem Betrag
SELECT allocation.organization_id, allocation.id, allocation.amount_minor, posted.minor AS posted_minor
FROM allocation
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) FILTER (WHERE line.amount_minor > 0) AS minor
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  WHERE entry.organization_id = allocation.organization_id
    AND entry.source = 'allocation:' || allocation.id AND entry.purpose = 'ALLOCATION'
) posted ON true
WHERE posted.minor IS DISTINCT FROM abs(allocation.amount_minor);

-- name: every adjustment is posted, with its amount
-- de: Jeder Ausgleich ist gebucht, mit seinem Betrag
SELECT adjustment.organization_id, adjustment.id, adjustment.amount_minor, posted.minor AS posted_minor
FROM adjustment
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) FILTER (WHERE line.amount_minor > 0) AS minor
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  WHERE entry.organization_id = adjustment.organization_id
    AND entry.source = 'adjustment:' || adjustment.id AND entry.purpose = 'ADJUSTMENT'
) posted ON true
WHERE posted.minor IS DISTINCT FROM abs(adjustment.amount_minor);

-- name: an adjustment that is undone has its counter-entry once, and what was granted with a payment is undone with it
-- de: Ein zurückgenommener Ausgleich hat genau eine Gegenbuchung, und was mit einer Zahlung gewährt wurde, geht mit ihr zurück
SELECT granted.organization_id, granted.id, granted.amount_minor
FROM adjustment granted
JOIN allocation ON allocation.organization_id = granted.organization_id AND allocation.id = granted.allocation_id
LEFT JOIN adjustment counter
  ON counter.organization_id = granted.organization_id AND counter.reverses_id = granted.id
WHERE granted.reverses_id IS NULL AND counter.id IS NULL
  AND EXISTS (SELECT FROM allocation taken WHERE taken.organization_id = granted.organization_id
    AND taken.payment_id = allocation.payment_id AND taken.case_id = allocation.case_id AND taken.reason IS NOT NULL
    AND taken.created_at > granted.created_at)
  AND NOT EXISTS (SELECT FROM allocation given WHERE given.organization_id = granted.organization_id
    AND given.payment_id = allocation.payment_id AND given.case_id = allocation.case_id AND given.reverses_id IS NULL
    AND NOT EXISTS (SELECT FROM allocation back WHERE back.organization_id = given.organization_id
      AND back.reverses_id = given.id));

-- name: every refund that has gone is posted, with its amount, and countered exactly when it came back
-- de: Jede Erstattung, die hinausging, ist mit ihrem Betrag gebucht und genau dann zurückgebucht, wenn sie zurückkam
SELECT refund.organization_id, refund.id, refund.amount_minor, posted.gone AS gone_minor, posted.back AS back_minor
FROM refund
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) FILTER (WHERE entry.source = 'refund:' || refund.id) AS gone,
         sum(line.amount_minor) FILTER (WHERE entry.source = 'refund-returned:' || refund.id) AS back
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  WHERE entry.organization_id = refund.organization_id AND line.amount_minor > 0
    AND entry.source IN ('refund:' || refund.id, 'refund-returned:' || refund.id) AND entry.purpose = 'REFUND'
) posted ON true
WHERE posted.gone IS DISTINCT FROM CASE WHEN refund.succeeded_at IS NOT NULL THEN refund.amount_minor END
  OR posted.back IS DISTINCT FROM
    CASE WHEN refund.succeeded_at IS NOT NULL AND refund.state = 'FAILED' THEN refund.amount_minor END;

-- name: a refund that goes and names an approval has been granted it
-- de: Einer Erstattung, die Zustimmung braucht, wurde zugestimmt, bevor sie hinausging
SELECT refund.organization_id, refund.id, refund.state
FROM refund
JOIN approval ON approval.organization_id = refund.organization_id AND approval.id = refund.approval_id
WHERE approval.state <> 'GRANTED' AND refund.state NOT IN ('REQUESTED', 'REFUSED');

-- name: a capture that has succeeded has brought its money, and no more than was reserved
-- de: Ein gelungener Einzug hat sein Geld gebracht und nicht mehr, als reserviert war
SELECT capture.organization_id, capture.id, capture.amount_minor, payment.amount_minor AS came_minor
FROM capture
JOIN payment_attempt attempt ON attempt.organization_id = capture.organization_id AND attempt.id = capture.attempt_id
LEFT JOIN payment ON payment.organization_id = capture.organization_id AND payment.attempt_id = capture.attempt_id
WHERE capture.state = 'SUCCEEDED' AND (payment.id IS NULL OR payment.amount_minor > attempt.amount_minor);

-- name: the provider is asked about a capture exactly while nobody knows what becomes of it
-- de: Nach einem Einzug wird beim Zahlungsanbieter genau so lange gefragt, wie sein Ausgang offen ist
SELECT capture.organization_id, capture.id, capture.state, capture.check_at
FROM capture
WHERE (capture.check_at IS NOT NULL) <> (capture.state IN ('RECORDED', 'SENT', 'UNKNOWN'));

-- name: the provider is asked about a refund exactly while it goes back over the provider
-- de: Nach einer Erstattung wird beim Zahlungsanbieter genau so lange gefragt, wie sie über ihn läuft
SELECT refund.organization_id, refund.id, refund.state, refund.check_at
FROM refund
JOIN payment ON payment.organization_id = refund.organization_id AND payment.id = refund.payment_id
WHERE (refund.check_at IS NOT NULL)
  <> (payment.source = 'PROVIDER' AND refund.state IN ('APPROVED', 'SENT', 'UNKNOWN'));

-- name: a claim is lowered by a refund exactly when that has gone, and by as much as its correction says
-- de: Eine Erstattung mindert die Forderung genau dann, wenn sie hinausging, und um den Betrag der Rechnungskorrektur
SELECT refund.organization_id, refund.id, refund.amount_minor, adjustment.amount_minor AS lowered_minor,
  invoice.gross_minor AS corrected_minor
FROM refund
LEFT JOIN adjustment ON adjustment.organization_id = refund.organization_id AND adjustment.id = refund.id
  AND adjustment.kind = 'CREDIT_NOTE'
LEFT JOIN invoice ON invoice.organization_id = refund.organization_id AND invoice.id = refund.id
  AND invoice.kind = 'CORRECTION'
WHERE adjustment.amount_minor IS DISTINCT FROM
    CASE WHEN refund.effect = 'REDUCE' AND refund.succeeded_at IS NOT NULL THEN refund.amount_minor END
  OR invoice.gross_minor <> -refund.amount_minor
  OR (invoice.id IS NOT NULL AND adjustment.id IS NULL);

-- name: every dispute that has taken money is posted, with amount and fee, and countered exactly when the money came back
-- de: Jede Rückbelastung, die Geld gekostet hat, ist mit Betrag und Gebühr gebucht und genau dann zurückgebucht, wenn das Geld zurückkam
SELECT dispute.organization_id, dispute.id, dispute.amount_minor, posted.taken AS taken_minor, posted.back AS back_minor,
  dispute.fee_minor, posted.fee AS posted_fee_minor
FROM dispute
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) FILTER (WHERE entry.source = 'dispute:' || dispute.id AND line.amount_minor > 0) AS taken,
    sum(line.amount_minor) FILTER (WHERE entry.source = 'dispute-returned:' || dispute.id AND line.amount_minor > 0)
      AS back,
    coalesce(sum(line.amount_minor) FILTER (WHERE entry.purpose = 'FEE' AND account.key = 'FEES'), 0) AS fee
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
  WHERE entry.organization_id = dispute.organization_id AND entry.source LIKE 'dispute%:' || dispute.id || '%'
) posted ON true
WHERE posted.taken IS DISTINCT FROM CASE WHEN dispute.withdrawn_at IS NOT NULL THEN dispute.amount_minor END
  OR posted.back IS DISTINCT FROM CASE WHEN dispute.reinstated_at IS NOT NULL THEN dispute.amount_minor END
  OR posted.fee <> dispute.fee_minor;

-- name: the provider is asked about a dispute exactly while more of it is to come
-- de: Nach einer Rückbelastung wird beim Zahlungsanbieter genau so lange gefragt, wie noch etwas kommt
SELECT organization_id, id, state, check_at
FROM dispute
WHERE (check_at IS NOT NULL)
  <> (state = 'OPEN' OR (state = 'WON' AND withdrawn_at IS NOT NULL AND reinstated_at IS NULL));

-- name: a claim has been given nothing that a bank has taken back for good
-- de: Keiner Forderung ist Geld zugeordnet, das eine Bank endgültig zurückgeholt hat
SELECT payment.organization_id, payment.id, payment.amount_minor, given.allocated, back.returned
FROM payment
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_minor), 0) AS allocated FROM allocation
  WHERE allocation.organization_id = payment.organization_id AND allocation.payment_id = payment.id
) given
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_minor), 0) AS returned FROM dispute
  WHERE dispute.organization_id = payment.organization_id AND dispute.payment_id = payment.id AND state = 'LOST'
) back
WHERE back.returned > 0 AND given.allocated > greatest(payment.amount_minor - back.returned, 0);

-- name: an open dispute has its case open
-- de: Solange eine Rückbelastung offen ist, ist auch ihr Vorgang offen
SELECT dispute.organization_id, dispute.id, payment_case.number
FROM dispute
JOIN payment_case ON payment_case.organization_id = dispute.organization_id AND payment_case.id = dispute.case_id
WHERE payment_case.state = 'CLOSED'
  AND (dispute.state = 'OPEN' OR (dispute.state = 'WON' AND dispute.withdrawn_at IS NOT NULL AND dispute.reinstated_at IS NULL));

-- name: every issued invoice and Storno is posted, with its gross
-- de: Jede ausgestellte Rechnung und jedes Storno ist gebucht, mit dem Bruttobetrag
SELECT invoice.organization_id, invoice.id, invoice.number, invoice.gross_minor, posted.minor AS posted_minor
FROM invoice
LEFT JOIN invoice original
  ON original.organization_id = invoice.organization_id AND original.id = invoice.cancels_id
LEFT JOIN LATERAL (
  SELECT sum(line.amount_minor) AS minor
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
  WHERE entry.organization_id = invoice.organization_id AND account.key = 'RECEIVABLE'
    AND entry.source = 'invoice:' || invoice.id
) posted ON true
WHERE invoice.state <> 'DRAFT' AND invoice.kind IN ('INVOICE', 'STORNO')
  AND posted.minor IS DISTINCT FROM invoice.gross_minor;

-- name: the receivable of a case is its amount due less allocations and adjustments, once it is posted
-- de: Die gebuchte Forderung eines Vorgangs ist sein Betrag abzüglich Zuordnungen und Ausgleichen
SELECT posted.organization_id, posted.case_id, posted.minor AS receivable_minor, derived.minor AS open_minor
FROM (
  SELECT entry.organization_id, entry.case_id, sum(line.amount_minor) AS minor
  FROM journal_entry entry
  JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
  JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
  WHERE account.key = 'RECEIVABLE' AND entry.case_id IS NOT NULL
  GROUP BY entry.organization_id, entry.case_id
) posted
JOIN payment_case ON payment_case.organization_id = posted.organization_id AND payment_case.id = posted.case_id
CROSS JOIN LATERAL (
  SELECT CASE WHEN payment_case.state = 'CANCELED' THEN 0 ELSE payment_case.amount_due_minor END
    - coalesce((SELECT sum(amount_minor) FROM allocation
        WHERE allocation.organization_id = payment_case.organization_id AND allocation.case_id = payment_case.id), 0)
    - coalesce((SELECT sum(amount_minor) FROM adjustment
        WHERE adjustment.organization_id = payment_case.organization_id AND adjustment.case_id = payment_case.id), 0)
    AS minor
) derived
WHERE posted.minor <> derived.minor
  AND EXISTS (
    SELECT 1 FROM journal_entry claim
    WHERE claim.organization_id = posted.organization_id AND claim.case_id = posted.case_id
      AND claim.purpose IN ('INVOICE', 'STATEMENT')
  );

-- name: credit and pool hold what has arrived and is neither allocated, given back nor booked elsewhere
-- de: Guthaben und nicht zugeordnete Zahlungen ergeben, was eingegangen und weder zugeordnet, zurückgegeben noch anders verbucht ist
SELECT coalesce(held.organization_id, owed.organization_id) AS organization_id,
  coalesce(held.currency, owed.currency) AS currency, held.minor AS ledger_minor, owed.minor AS derived_minor
FROM (
  SELECT line.organization_id, line.currency, -sum(line.amount_minor) AS minor
  FROM journal_line line
  JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
  WHERE account.key IN ('CUSTOMER_CREDIT', 'UNASSIGNED')
  GROUP BY line.organization_id, line.currency
) held
FULL JOIN (
  SELECT organization_id, currency, sum(minor) AS minor
  FROM (
    SELECT organization_id, currency, amount_minor AS minor FROM payment
    -- What the bank has credited lies in the pool until a payment takes it out, or merges with it.
    UNION ALL SELECT organization_id, currency, amount_minor FROM bank_transaction credit
      WHERE direction = 'CREDIT' AND NOT EXISTS (SELECT FROM payout
        WHERE payout.organization_id = credit.organization_id AND payout.bank_transaction_id = credit.id)
    UNION ALL SELECT organization_id, currency, -amount_minor FROM payment WHERE bank_transaction_id IS NOT NULL
    UNION ALL SELECT organization_id, currency, -amount_minor FROM other_receipt WHERE state = 'BOOKED'
    UNION ALL SELECT organization_id, currency, -amount_minor FROM allocation
    UNION ALL SELECT organization_id, currency, -amount_minor FROM refund WHERE state = 'SUCCEEDED'
    UNION ALL SELECT organization_id, currency, -amount_minor FROM dispute
      WHERE withdrawn_at IS NOT NULL AND reinstated_at IS NULL
  ) movement
  GROUP BY organization_id, currency
) owed ON owed.organization_id = held.organization_id AND owed.currency = held.currency
WHERE coalesce(held.minor, 0) <> coalesce(owed.minor, 0);

-- name: nobody has given away more of a payment than has arrived
-- de: Von keiner Zahlung ist mehr vergeben, als eingegangen ist
SELECT payment.organization_id, payment.id, payment.amount_minor, given.allocated, back.refunded
FROM payment
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_minor), 0) AS allocated FROM allocation
  WHERE allocation.organization_id = payment.organization_id AND allocation.payment_id = payment.id
) given
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_minor) FILTER (WHERE state = 'SUCCEEDED'), 0) AS refunded,
         coalesce(sum(amount_minor) FILTER (WHERE state NOT IN ('FAILED', 'REFUSED')), 0) AS promised
  FROM refund WHERE refund.organization_id = payment.organization_id AND refund.payment_id = payment.id
) back
WHERE given.allocated > payment.amount_minor - back.refunded OR given.allocated < 0
  OR back.promised > payment.amount_minor;

-- name: payment, attempt, allocation and case are of one currency
-- de: Zahlung, Zahlungsversuch, Zuordnung und Vorgang haben dieselbe Währung
SELECT allocation.organization_id, allocation.id
FROM allocation
JOIN payment ON payment.organization_id = allocation.organization_id AND payment.id = allocation.payment_id
JOIN payment_case ON payment_case.organization_id = allocation.organization_id AND payment_case.id = allocation.case_id
WHERE allocation.currency <> payment.currency OR allocation.currency <> payment_case.currency
UNION ALL
SELECT payment_attempt.organization_id, payment_attempt.id
FROM payment_attempt
JOIN payment_case
  ON payment_case.organization_id = payment_attempt.organization_id AND payment_case.id = payment_attempt.case_id
WHERE payment_attempt.currency <> payment_case.currency;

-- name: an attempt has succeeded exactly when its money has arrived, or the provider is asked for the money again
-- de: Ein Zahlungsversuch gilt genau dann als gelungen, wenn sein Geld da ist oder beim Zahlungsanbieter danach gefragt wird
SELECT payment_attempt.organization_id, payment_attempt.id, payment_attempt.state
FROM payment_attempt
LEFT JOIN payment
  ON payment.organization_id = payment_attempt.organization_id AND payment.attempt_id = payment_attempt.id
WHERE CASE payment_attempt.state
  WHEN 'SUCCEEDED' THEN payment.id IS NULL AND payment_attempt.check_at IS NULL
  ELSE payment.id IS NOT NULL
END;

-- name: nobody asks about an attempt that is over
-- de: Nach einem beendeten Zahlungsversuch fragt niemand mehr
SELECT payment_attempt.organization_id, payment_attempt.id, payment_attempt.state
FROM payment_attempt
LEFT JOIN payment
  ON payment.organization_id = payment_attempt.organization_id AND payment.attempt_id = payment_attempt.id
WHERE payment_attempt.check_at IS NOT NULL
  AND (payment_attempt.state = 'CANCELED' OR (payment_attempt.state = 'SUCCEEDED' AND payment.id IS NOT NULL));

-- name: a case has at most one live attempt
-- de: Ein Vorgang hat höchstens einen laufenden Zahlungsversuch
SELECT organization_id, case_id, count(*) AS live
FROM payment_attempt
WHERE state IN ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'AUTHORIZED')
GROUP BY organization_id, case_id HAVING count(*) > 1;

-- name: an open case has exactly one open run, any other case none
-- de: Ein offener Vorgang hat genau einen offenen Schritt, jeder andere keinen
SELECT payment_case.organization_id, payment_case.id, payment_case.state, count(case_step.step) AS open_runs
FROM payment_case
LEFT JOIN case_step ON case_step.organization_id = payment_case.organization_id
  AND case_step.case_id = payment_case.id AND case_step.state = 'OPEN'
GROUP BY payment_case.organization_id, payment_case.id, payment_case.state
HAVING count(case_step.step) <> CASE payment_case.state WHEN 'OPEN' THEN 1 ELSE 0 END;

-- name: the runs of a step are numbered from one without gap
-- de: Die Durchläufe eines Schritts sind ab eins lückenlos gezählt
SELECT organization_id, case_id, step, max(run) AS last_run, count(*) AS runs
FROM case_step GROUP BY organization_id, case_id, step HAVING min(run) <> 1 OR max(run) <> count(*);

-- name: every case has a published status
-- de: Jeder Vorgang hat einen veröffentlichten Status
SELECT payment_case.organization_id, payment_case.id
FROM payment_case
LEFT JOIN published_status status
  ON status.organization_id = payment_case.organization_id AND status.case_id = payment_case.id
WHERE status.case_id IS NULL;

-- name: a closed case owes nothing and has nothing under way
-- de: In einem abgeschlossenen Vorgang ist nichts mehr offen und nichts mehr unterwegs
SELECT payment_case.organization_id, payment_case.id, payment_case.number
FROM payment_case
WHERE payment_case.state = 'CLOSED' AND (
  payment_case.amount_due_minor
    <> coalesce((SELECT sum(amount_minor) FROM allocation
        WHERE allocation.organization_id = payment_case.organization_id AND allocation.case_id = payment_case.id), 0)
     + coalesce((SELECT sum(amount_minor) FROM adjustment
        WHERE adjustment.organization_id = payment_case.organization_id AND adjustment.case_id = payment_case.id), 0)
  OR EXISTS (SELECT 1 FROM payment_attempt WHERE payment_attempt.organization_id = payment_case.organization_id
      AND payment_attempt.case_id = payment_case.id
      AND payment_attempt.state IN ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'AUTHORIZED'))
  OR EXISTS (SELECT 1 FROM task WHERE task.organization_id = payment_case.organization_id
      AND task.case_id = payment_case.id AND task.kind = 'PAYMENT' AND task.state <> 'DONE')
);

-- name: a canceled case has received nothing and has no effective invoice
-- de: Ein abgebrochener Vorgang hat kein Geld erhalten und keine gültige Rechnung
SELECT payment_case.organization_id, payment_case.id, payment_case.number
FROM payment_case
WHERE payment_case.state = 'CANCELED' AND (
  coalesce((SELECT sum(amount_minor) FROM allocation
    WHERE allocation.organization_id = payment_case.organization_id AND allocation.case_id = payment_case.id), 0) <> 0
  OR EXISTS (SELECT 1 FROM invoice WHERE invoice.organization_id = payment_case.organization_id
      AND invoice.case_id = payment_case.id AND invoice.kind IN ('INVOICE', 'STATEMENT') AND invoice.state = 'ISSUED')
);

-- name: nobody who asked has decided
-- de: Niemand hat über seine eigene Bitte um Zustimmung entschieden
SELECT organization_id, id FROM approval WHERE decided_by_id = asked_by_id;

-- name: an adjustment that names an approval has been granted it
-- de: Einem Ausgleich, der Zustimmung braucht, wurde zugestimmt
SELECT adjustment.organization_id, adjustment.id
FROM adjustment
JOIN approval ON approval.organization_id = adjustment.organization_id AND approval.id = adjustment.approval_id
WHERE approval.state <> 'GRANTED';

-- name: a case has at most one effective invoice, and it says the amount due
-- de: Ein Vorgang hat höchstens eine gültige Rechnung, und sie lautet auf seinen Betrag
SELECT invoice.organization_id, invoice.case_id, count(*) AS effective
FROM invoice
WHERE invoice.kind IN ('INVOICE', 'STATEMENT') AND invoice.state = 'ISSUED'
GROUP BY invoice.organization_id, invoice.case_id HAVING count(*) > 1
UNION ALL
SELECT invoice.organization_id, invoice.case_id, 1
FROM invoice
JOIN payment_case ON payment_case.organization_id = invoice.organization_id AND payment_case.id = invoice.case_id
WHERE invoice.kind IN ('INVOICE', 'STATEMENT') AND invoice.state = 'ISSUED'
  AND (invoice.gross_minor <> payment_case.amount_due_minor OR invoice.currency <> payment_case.currency)
  AND NOT EXISTS (SELECT 1 FROM invoice correction
    WHERE correction.organization_id = invoice.organization_id AND correction.corrects_id = invoice.id);

-- name: an invoice is canceled exactly by its Storno
-- de: Eine Rechnung ist genau dann storniert, wenn es ihre Stornorechnung gibt
SELECT invoice.organization_id, invoice.id, invoice.number
FROM invoice
LEFT JOIN invoice storno ON storno.organization_id = invoice.organization_id AND storno.cancels_id = invoice.id
  AND storno.state = 'ISSUED'
WHERE (invoice.state = 'CANCELED') <> (storno.id IS NOT NULL)
  OR storno.gross_minor <> -invoice.gross_minor;

-- name: numbers have no gap
-- de: Die Nummern sind lückenlos
WITH used AS (
  SELECT organization_id, 'case:' || split_part(number, '-', 2) AS key, split_part(number, '-', 3)::int AS value
    FROM payment_case
  UNION ALL SELECT organization_id, 'customer', split_part(number, '-', 2)::int FROM customer WHERE number IS NOT NULL
  UNION ALL SELECT organization_id,
      CASE split_part(number, '-', 1) WHEN 'AB' THEN 'statement:' ELSE 'invoice:' END || split_part(number, '-', 2),
      split_part(number, '-', 3)::int
    FROM invoice WHERE number IS NOT NULL
  UNION ALL SELECT organization_id, 'receipt:' || split_part(number, '-', 2), split_part(number, '-', 3)::int FROM receipt
  UNION ALL SELECT organization_id, 'payout:' || split_part(number, '-', 2), split_part(number, '-', 3)::int FROM payout
), counted AS (
  SELECT organization_id, key, count(*) AS used, max(value) AS last FROM used GROUP BY organization_id, key
)
SELECT organization_id, key, counted.used, counted.last, series.next
FROM counted FULL JOIN number_series series USING (organization_id, key)
WHERE coalesce(counted.used, 0) <> coalesce(counted.last, 0) OR coalesce(counted.last, 0) <> coalesce(series.next, 1) - 1;

-- name: the versions of a customer are numbered from one, the newest and the confirmed one are known
-- de: Die Fassungen eines Kunden sind ab eins gezählt, die neueste und die bestätigte sind bekannt
SELECT customer.organization_id, customer.id
FROM customer
LEFT JOIN LATERAL (
  SELECT count(*) AS versions, max(version) AS last,
    count(*) FILTER (WHERE version = customer.confirmed_version AND confirmed_at IS NOT NULL) AS confirmed
  FROM customer_version
  WHERE customer_version.organization_id = customer.organization_id AND customer_version.customer_id = customer.id
) saved ON true
WHERE saved.versions <> customer.saved_version OR coalesce(saved.last, 0) <> customer.saved_version
  OR (customer.confirmed_version IS NOT NULL AND saved.confirmed <> 1);

-- name: what goes on belongs to a customer that stands by itself
-- de: Was weitergeht, gehört zu einem Kunden, der nicht in einem anderen aufgegangen ist
SELECT gone.organization_id, gone.id
FROM customer gone JOIN customer survivor ON survivor.organization_id = gone.organization_id AND survivor.id = gone.merged_into_id
WHERE survivor.state = 'MERGED'
  OR EXISTS (SELECT 1 FROM payment_case c WHERE c.organization_id = gone.organization_id AND c.customer_id = gone.id)
  OR EXISTS (SELECT 1 FROM payment p WHERE p.organization_id = gone.organization_id AND p.customer_id = gone.id);

-- name: the event log has no gap and ends at its head
-- de: Das Protokoll ist lückenlos und vollständig
SELECT organization_id, head.position, log.last, log.events
FROM event_head head
FULL JOIN (
  SELECT organization_id, max(position) AS last, count(*) AS events FROM event GROUP BY organization_id
) log USING (organization_id)
WHERE coalesce(head.position, 0) <> coalesce(log.last, 0) OR coalesce(log.last, 0) <> coalesce(log.events, 0)
UNION ALL
SELECT head.organization_id, head.position, event.position, NULL
FROM event_head head
JOIN event ON event.organization_id = head.organization_id AND event.position = head.position
WHERE event.hash <> head.hash;

-- name: every event continues the one before it
-- de: Jeder Eintrag des Protokolls setzt den vorigen fort
SELECT event.organization_id, event.position
FROM event
LEFT JOIN event before ON before.organization_id = event.organization_id AND before.position = event.position - 1
WHERE event.prev_hash <> coalesce(before.hash, decode(repeat('00', 32), 'hex'));

-- name: the events of a stream are numbered from one without gap
-- de: Die Einträge zu einer Sache sind ab eins lückenlos gezählt
SELECT organization_id, stream, stream_id, max(seq) AS last, count(*) AS events
FROM event GROUP BY organization_id, stream, stream_id HAVING min(seq) <> 1 OR max(seq) <> count(*);

-- name: a payout is explained to the cent by its items
-- de: Eine Auszahlung ist auf den Cent durch ihre Posten erklärt
SELECT payout.organization_id, payout.id, payout.net_minor, sum(item.net_minor) AS items_minor
FROM payout
JOIN payout_item item ON item.organization_id = payout.organization_id AND item.payout_id = payout.id
GROUP BY payout.organization_id, payout.id, payout.gross_minor, payout.fee_minor, payout.net_minor
HAVING sum(item.net_minor) <> payout.net_minor OR sum(item.gross_minor) <> payout.gross_minor
  OR sum(item.fee_minor) <> payout.fee_minor;
