function Read-QuiesceStream {
    <#
    .SYNOPSIS
    The bytes of a stream to its end; throws an IOException beyond Limit bytes.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)] [IO.Stream] $Stream,
        [Parameter(Mandatory)] [int] $Limit
    )

    $all = [IO.MemoryStream]::new()
    $part = [byte[]]::new(16384)
    while ($true) {
        $count = $Stream.Read($part, 0, $part.Length)
        if ($count -le 0) { break }
        if ($all.Length + $count -gt $Limit) { throw [IO.IOException]::new("The answer is longer than $Limit bytes.") }
        $all.Write($part, 0, $count)
    }
    , $all.ToArray()
}
