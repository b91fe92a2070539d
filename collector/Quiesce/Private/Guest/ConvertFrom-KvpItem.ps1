function ConvertFrom-KvpItem {
    # Name and data of one KVP item, which WMI gives as XML text. Null for anything else. No DTD, no outside reference:
    # the text may come from a guest.
    param([string] $Xml)

    $settings = [Xml.XmlReaderSettings]::new()
    $settings.DtdProcessing = [Xml.DtdProcessing]::Prohibit
    $settings.XmlResolver = $null
    $settings.MaxCharactersInDocument = 65536
    $document = [Xml.XmlDocument]::new()
    $document.XmlResolver = $null
    try {
        $reader = [Xml.XmlReader]::Create([IO.StringReader]::new($Xml), $settings)
        $document.Load($reader)
    }
    catch { return $null }
    $name = $document.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Name']/VALUE")
    $data = $document.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Data']/VALUE")
    if ($null -eq $name) { return $null }
    return @{ Name = $name.InnerText; Data = $(if ($null -eq $data) { '' } else { $data.InnerText }) }
}
