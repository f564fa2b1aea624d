"""What can go wrong with the warehouse; only `WarehouseLockedError` passes by itself."""


class WarehouseError(Exception):
    """The warehouse could not do what was asked."""


class WarehouseLockedError(WarehouseError):
    """Another process has the file open: transient, worth another try."""


class WarehouseMissingError(WarehouseError):
    """There is no such file."""


class NotAWarehouseError(WarehouseError):
    """The file is something else, or is damaged."""


class WarehouseFailedError(WarehouseError):
    """The machine could not read or write the file: a full disk, too little memory, damage."""


class WarehouseOlderError(WarehouseError):
    """The file was made by an older release and waits for `migrate`."""


class WarehouseNewerError(WarehouseError):
    """The file was made by a newer release; it is left untouched."""


class LoadError(WarehouseError):
    """A batch contradicts itself or the warehouse; nothing of it was loaded."""


class QueryError(WarehouseError):
    """A query is wrong, forbidden, or took too long."""


class VerdictConflictError(WarehouseError):
    """Somebody else decided on the same claim or event in the meantime."""
