function ConvertFrom-CimXml {
    # Properties of one embedded CIM instance, which WMI methods give as XML text. Empty for anything else.
    param([string] $Xml)

    $values = @{}
    $settings = [Xml.XmlReaderSettings]::new()
    $settings.DtdProcessing = [Xml.DtdProcessing]::Prohibit
    $settings.XmlResolver = $null
    $settings.MaxCharactersInDocument = 1048576
    $document = [Xml.XmlDocument]::new()
    $document.XmlResolver = $null
    try { $document.Load([Xml.XmlReader]::Create([IO.StringReader]::new($Xml), $settings)) }
    catch { return $values }
    foreach ($property in $document.SelectNodes('/INSTANCE/PROPERTY')) {
        $value = $property.SelectSingleNode('VALUE')
        if ($null -ne $value) { $values[$property.GetAttribute('NAME')] = $value.InnerText }
    }
    return $values
}
