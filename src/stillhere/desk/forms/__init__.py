"""What people type, read strictly; one module for each room of pages."""
