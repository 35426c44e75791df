// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/figure_text.h"
#include "core/base/length.h"
#include "core/calendar/ics_file.h"
#include "core/clients/client.h"
#include "core/exchange/import_types.h"
#include "core/measurements/measured_value.h"
#include "core/notebook/notebook_page.h"

#include <QByteArrayList>

#include <map>
#include <variant>

namespace thimblely {

//! What an old book holds.
enum class ImportKind { Clients, Measurements, Products, OldOrders, Events };

//! Where products go: the lines the counter takes its tasks from, or drafts of what the shop offers in its marketplace.
enum class ProductTarget { PriceList, Marketplace };

//! What a file was taken for.
enum class FileFormat {
    VCard,
    Ldif,
    ContactTable,
    Survey,
    Seamly,
    MeasureTable,
    WooCommerce,
    Shopify,
    ProductTable,
    OldBook,
    ICalendar
};

//! What a person said against the guesses. A heading of the file names its column, in all files that are read together.
struct ImportOptions {
    QByteArray encoding = {}; //!< empty: guessed
    char delimiter = 0;       //!< 0: guessed
    //! By heading: the key of a field (import_fields.h), or empty for a column that is left out.
    std::map<QString, QByteArray> mapping = {};
    std::optional<LengthUnit> unit = {};            //!< of lengths that do not say theirs; none: guessed
    LengthUnit usualUnit = LengthUnit::Centimetre;  //!< where the values fit several equally
    std::optional<ProductTarget> target = {};       //!< none: by the format
    bool figuresAsTheyAre = false;                  //!< what is in another currency is taken as if it was in the shop's
    std::map<qint64, QStringList> corrections = {}; //!< by line: what its cells should have been

    friend bool operator==(const ImportOptions &, const ImportOptions &) = default;
};

//! A client as a foreign file has them.
struct ClientEntry {
    QByteArray format;
    QString foreignId;
    ClientDraft draft;
    QString uri = {};    //!< of one of our own, in a file that we wrote
    QString number = {}; //!< of their card, where the file has it
};

//! What was measured on a person of a foreign file.
struct SetEntry {
    QByteArray format;
    QString foreignId;
    ClientDraft client;
    std::vector<MeasuredValue> values;
    QString notes = {};
    QString uri = {};
    QString number = {};
    std::optional<Date> takenOn = {};
    bool mayBeKnown = false; //!< the file says whose it is by name or phone, so a client of ours may be meant
};

//! Something the shop sells or does.
struct ProductEntry {
    QByteArray format;
    QString foreignId;
    ProductTarget target;
    QString name;
    std::optional<Figure> price;
    QString currency = {}; //!< its code, or a sign that several share ("$"); empty: the shop's
    QString sku = {};
    QString itemKind = {}; //!< "fabric_roll" and its kin, where the file says so; empty: a task of the price list
    QString unit = {};     //!< "m", "pcs"
    QString description = {};
    QString category = {};
    QStringList tags = {};
    QStringList images = {}; //!< addresses
    QStringList garments = {};
    std::optional<Figure> stock = {};
    std::optional<int> minutes = {};
};

//! What hung in the shop, or what a client owes or has with it, as the old book has it; amounts in whole units.
struct OldOrderEntry {
    QByteArray format;
    QString foreignId;
    notebook::Line line;   //!< without its amounts
    QString currency = {}; //!< as of ProductEntry
    std::optional<Figure> total = {};
    std::optional<Figure> paid = {};
    std::optional<Figure> owed = {};   //!< of the total; alone it is all that is known of it
    std::optional<Figure> credit = {}; //!< that the client has with the shop
};

//! An appointment of another program's calendar.
struct EventEntry {
    QByteArray format;
    QString foreignId;
    calendar::IcsEvent event;
};

//! One entry of a file, understood or refused. `cells` of a table, to be shown and mended; else empty.
struct ImportEntry {
    qint64 line;
    QString name; //!< what it is of, as far as that is known
    QStringList cells;
    std::variant<Error, ClientEntry, SetEntry, ProductEntry, OldOrderEntry, EventEntry> content;
};

//! How a table was read; each of it a guess that may be changed.
struct TableReading {
    QByteArray encoding;
    char delimiter = 0;              //!< 0: no table of cells but records of named values (LDIF)
    QStringList headings;            //!< each once: a second of the name stands as "Phone (2)"
    QByteArrayList mapping;          //!< by column: the key of a field, empty where it is left out
    std::vector<QStringList> sample; //!< by column: the first values that are there
    bool monthFirst = false;         //!< 3/4/1980 is a day in March
    bool decimalComma = false;       //!< of prices and amounts
    QString currency = {};           //!< that it says they are in, as of ProductEntry; empty: it says none
    std::optional<LengthUnit> unit = {};
    int valuesFit = 0; //!< of the lengths, how many are plausible in that unit
    int values = 0;    //!< lengths there are
};

//! One file as it was read; nothing is written yet.
struct ImportedFile {
    QString name; //!< without folders
    ImportKind kind;
    FileFormat format;
    std::optional<TableReading> table = {};
    std::optional<ProductTarget> target = {};
    std::optional<Error> problem = {}; //!< why nothing can be taken of it until its columns are named otherwise
    std::vector<ImportEntry> entries = {};
    std::vector<Refusal> leftOut = {}; //!< parts of entries that were taken otherwise
};

} // namespace thimblely
