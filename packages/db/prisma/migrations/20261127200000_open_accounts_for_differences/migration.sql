-- Businesses from before get the accounts that differences are posted to: cash discounts by rate, and rounding.
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_account NO FORCE ROW LEVEL SECURITY;
INSERT INTO ledger_account (organization_id, id, key, number, type, name_de, name_en)
SELECT organization.id, gen_random_uuid(), fresh.key, fresh.number, fresh.type::ledger_account_type, fresh.name_de, fresh.name_en
FROM organization
CROSS JOIN (VALUES
  ('SKONTO_FREE', '8730', 'INCOME', 'Gewährte Skonti', 'Cash discounts granted'),
  ('SKONTO_7', '8731', 'INCOME', 'Gewährte Skonti 7 % USt', 'Cash discounts granted, 7 % VAT'),
  ('SKONTO_19', '8736', 'INCOME', 'Gewährte Skonti 19 % USt', 'Cash discounts granted, 19 % VAT'),
  ('ROUNDING', '2309', 'EXPENSE', 'Rundungsdifferenzen', 'Rounding differences')
) AS fresh (key, number, type, name_de, name_en);
ALTER TABLE ledger_account FORCE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
