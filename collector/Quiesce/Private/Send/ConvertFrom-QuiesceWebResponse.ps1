function ConvertFrom-QuiesceWebResponse {
    <#
    .SYNOPSIS
    The reply of an HttpWebResponse, at most 1 MiB of body; closes the response.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [Net.HttpWebResponse] $Response)

    try {
        $headers = @{}
        foreach ($name in $Response.Headers.AllKeys) { $headers[$name.ToLowerInvariant()] = $Response.Headers[$name] }
        $stream = $Response.GetResponseStream()
        $body = Read-QuiesceStream -Stream $stream -Limit 1048576
        New-QuiesceReply -Status ([int] $Response.StatusCode) -Headers $headers -Body ([Text.Encoding]::UTF8.GetString($body))
    }
    finally { $Response.Close() }
}
