-- One service's database. The service reads and writes rows; only the migrator, which runs before it, changes tables.
IF DB_ID('$(SERVICE)') IS NULL
    CREATE DATABASE [$(SERVICE)];
GO
-- As EF Core does where it makes the database itself: readers do not wait for writers.
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = '$(SERVICE)') = 0
    ALTER DATABASE [$(SERVICE)] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID('migrator') IS NULL
    CREATE LOGIN [migrator] WITH PASSWORD = '$(MIGRATOR_PASSWORD)';
ELSE
    ALTER LOGIN [migrator] WITH PASSWORD = '$(MIGRATOR_PASSWORD)';
IF SUSER_ID('$(SERVICE)') IS NULL
    CREATE LOGIN [$(SERVICE)] WITH PASSWORD = '$(SERVICE_PASSWORD)';
ELSE
    ALTER LOGIN [$(SERVICE)] WITH PASSWORD = '$(SERVICE_PASSWORD)';
GO
USE [$(SERVICE)];
GO
IF USER_ID('migrator') IS NULL
    CREATE USER [migrator] FOR LOGIN [migrator];
IF USER_ID('$(SERVICE)') IS NULL
    CREATE USER [$(SERVICE)] FOR LOGIN [$(SERVICE)];
ALTER ROLE db_owner ADD MEMBER [migrator];
ALTER ROLE db_datareader ADD MEMBER [$(SERVICE)];
ALTER ROLE db_datawriter ADD MEMBER [$(SERVICE)];
GO
