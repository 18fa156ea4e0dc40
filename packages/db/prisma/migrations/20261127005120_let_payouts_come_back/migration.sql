-- What a payout consisted of that came back is paid out anew: it is part of one payout at a time, not for ever.
ALTER TABLE payout_item ADD COLUMN returned BOOLEAN NOT NULL DEFAULT false;
DROP INDEX payout_item_organization_id_source_ref_key;
CREATE UNIQUE INDEX payout_item_part_of_one_payout ON payout_item (organization_id, source_ref) WHERE NOT returned;

-- A payout that the business has ordered at the provider itself was proposed by nobody here.
ALTER TABLE payout
  DROP CONSTRAINT payout_by_hand_is_released_by_a_member,
  ADD CONSTRAINT payout_by_hand_is_released_by_a_member CHECK (
    mode = 'AUTOMATIC' OR proposed_by_kind <> 'MEMBER' OR state IN ('PROPOSED', 'FAILED') OR released_by_id IS NOT NULL
  );
