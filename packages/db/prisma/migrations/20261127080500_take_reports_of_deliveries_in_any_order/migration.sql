-- Reports come in any order; whichever comes last, the one that says most counts.
INSERT INTO status_edge (machine, "from", "to") VALUES
  ('message', 'DELIVERED', 'FAILED'), ('message', 'FAILED', 'BOUNCED');
