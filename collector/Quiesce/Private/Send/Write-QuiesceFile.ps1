function Write-QuiesceFile {
    <#
    .SYNOPSIS
    Writes a file whole or not at all: a temporary file beside it, then a rename. For the collector's own folder, and for
    the file that an admin names with -OutFile.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes
    )

    [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    $temporary = $Path + '.' + [Guid]::NewGuid().ToString('N') + '.tmp'
    try {
        $stream = [IO.FileStream]::new($temporary, [IO.FileMode]::CreateNew, [IO.FileAccess]::Write, [IO.FileShare]::None)
        try {
            $stream.Write($Bytes, 0, $Bytes.Length)
            $stream.Flush($true)
        }
        finally { $stream.Dispose() }
        # [NullString] because PowerShell hands an empty string, not null, to a .NET string.
        if ([IO.File]::Exists($Path)) { [IO.File]::Replace($temporary, $Path, [NullString]::Value) }
        else { [IO.File]::Move($temporary, $Path) }
    }
    catch {
        $fault = $_
        try { [IO.File]::Delete($temporary) }
        catch { $PSCmdlet.WriteVerbose("$temporary stays: $($_.Exception.Message)") }
        throw $fault
    }
}
