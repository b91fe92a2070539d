function Add-QuiesceSpoolItem {
    <#
    .SYNOPSIS
    Puts a document into the spool and returns its path. The same bytes are sent each time it is tried.
    .DESCRIPTION
    The name says what sending needs without opening the file: time, epoch, sequence, how many drops the document tells of
    (counted from the first day), and the document's id.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Json,
        [Parameter(Mandatory)] [string] $DocumentId,
        [Parameter(Mandatory)] [Collections.IDictionary] $State
    )

    $stamp = (Get-QuiesceTime).ToString("yyyyMMdd'T'HHmmssfff'Z'", [Globalization.CultureInfo]::InvariantCulture)
    $id = $DocumentId -replace '[^0-9A-Za-z._]', '_'
    $name = '{0}-{1}-{2}-{3}-{4}.json.gz' -f $stamp, $State.Epoch, $State.Sequence, $State.DroppedTotal, $id
    $path = [IO.Path]::Combine((Get-QuiesceHome -Child 'spool'), $name)
    Write-QuiesceFile -Path $path -Bytes (Compress-QuiesceText -Text $Json)
    $path
}
