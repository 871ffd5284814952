-- Facts have a file of their own now, beside this one, and are made again from the log.
DROP TABLE fact_lines;
DROP TABLE fact_sales;
DROP TABLE fact_changes;
DROP TABLE fact_waste;
DROP TABLE fact_payments;
DROP TABLE fact_orders;
DROP TABLE fact_closings;
DROP TABLE fact_service_taxes;
DROP TABLE fact_tickets;
DROP TABLE fact_calls;
DROP TABLE fact_refused;
