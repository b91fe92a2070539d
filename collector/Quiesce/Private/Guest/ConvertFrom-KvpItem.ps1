function ConvertFrom-KvpItem {
    # Name and data of one KVP item, which WMI gives as XML text; the text may come from a guest. Null for anything else.
    param([string] $Xml)

    if ($Xml.Length -gt 65536) { return $null }
    $values = ConvertFrom-CimXml -Xml $Xml
    if (-not $values.ContainsKey('Name')) { return $null }
    return @{ Name = $values['Name']; Data = "$($values['Data'])" }
}
