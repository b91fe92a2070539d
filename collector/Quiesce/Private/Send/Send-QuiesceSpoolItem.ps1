function Send-QuiesceSpoolItem {
    <#
    .SYNOPSIS
    Posts one document of the spool as it lies there and returns the reply.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject] $Item,
        [Parameter(Mandatory)] [Collections.IDictionary] $State,
        [Parameter(Mandatory)] [string] $Token
    )

    $headers = @{
        'Authorization' = "Bearer $Token"
        'Content-Type' = 'application/json'
        'Content-Encoding' = 'gzip'
        'Accept' = 'application/json, application/problem+json'
        'User-Agent' = Get-QuiesceUserAgent
        'X-Quiesce-Sent-At' = Format-Instant (Get-QuiesceTime)
    }
    $request = @{ Uri = [uri] ($State.Server.TrimEnd('/') + '/api/v1/inventories'); Headers = $headers; Body = [IO.File]::ReadAllBytes($Item.Path); Pin = $State.Pin; Proxy = $State.Proxy }
    Invoke-QuiesceHttp @request
}
