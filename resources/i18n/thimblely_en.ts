<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FeedWords</name>
    <message numerus="yes">
        <source>%n likes</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passed on %n times</source>
        <translation>
            <numerusform>passed on once</numerusform>
            <numerusform>passed on %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Garments</name>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarketWords</name>
    <message numerus="yes">
        <source>%n likes</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostsModel</name>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::BinModel</name>
    <message numerus="yes">
        <source>with %n more that went along</source>
        <translation>
            <numerusform>with %n more that went along</numerusform>
            <numerusform>with %n more that went along</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::CalendarPage</name>
    <message numerus="yes">
        <source>%n fittings</source>
        <translation>
            <numerusform>%n fitting</numerusform>
            <numerusform>%n fittings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::CalendarWords</name>
    <message numerus="yes">
        <source>%n pcs</source>
        <comment>pieces, in a narrow column</comment>
        <translation>
            <numerusform>%n pc</numerusform>
            <numerusform>%n pcs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ClientErasePane</name>
    <message numerus="yes">
        <source>%n cards merged into this one</source>
        <translation>
            <numerusform>%n card merged into this one</numerusform>
            <numerusform>%n cards merged into this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets of measures</source>
        <translation>
            <numerusform>%n set of measures</numerusform>
            <numerusform>%n sets of measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls and notes</source>
        <translation>
            <numerusform>%n call or note</numerusform>
            <numerusform>%n calls and notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payments</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoices and receipts</source>
        <translation>
            <numerusform>%n invoice or receipt</numerusform>
            <numerusform>%n invoices and receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ClientHeldPane</name>
    <message numerus="yes">
        <source>%n more in the files</source>
        <translation>
            <numerusform>%n more in the files</numerusform>
            <numerusform>%n more in the files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, named in the files</source>
        <translation>
            <numerusform>%n, named in the files</numerusform>
            <numerusform>%n, named in the files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ClientMeasures</name>
    <message numerus="yes">
        <source>All %n sets</source>
        <translation>
            <numerusform>The %n set</numerusform>
            <numerusform>All %n sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ClientMergePane</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces worn</source>
        <translation>
            <numerusform>%n piece worn</numerusform>
            <numerusform>%n pieces worn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces paid for</source>
        <translation>
            <numerusform>%n piece paid for</numerusform>
            <numerusform>%n pieces paid for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets of measures</source>
        <translation>
            <numerusform>%n set of measures</numerusform>
            <numerusform>%n sets of measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payments</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoices and receipts</source>
        <translation>
            <numerusform>%n invoice or receipt</numerusform>
            <numerusform>%n invoices and receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls and notes</source>
        <translation>
            <numerusform>%n call or note</numerusform>
            <numerusform>%n calls and notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n family members</source>
        <translation>
            <numerusform>%n family member</numerusform>
            <numerusform>%n family members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ClientState</name>
    <message numerus="yes">
        <source>%n ready</source>
        <comment>pieces</comment>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <comment>orders</comment>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ConnectionsPage</name>
    <message numerus="yes">
        <source>You are signed in at %n windows.</source>
        <translation>
            <numerusform>You are signed in at one window.</numerusform>
            <numerusform>You are signed in at %n windows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ConversationsModel</name>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n to be sent</numerusform>
            <numerusform>%n to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be answered</source>
        <translation>
            <numerusform>%n to be answered</numerusform>
            <numerusform>%n to be answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ConversationsPage</name>
    <message numerus="yes">
        <source>%n asked not to be written to</source>
        <translation>
            <numerusform>%n asked not to be written to</numerusform>
            <numerusform>%n asked not to be written to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached by a channel of the shop</source>
        <translation>
            <numerusform>%n cannot be reached by a channel of the shop</numerusform>
            <numerusform>%n cannot be reached by a channel of the shop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages wait already</source>
        <translation>
            <numerusform>%n message waits already</numerusform>
            <numerusform>%n messages wait already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were written to today</source>
        <translation>
            <numerusform>%n was written to today</numerusform>
            <numerusform>%n were written to today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::DayText</name>
    <message numerus="yes">
        <source>%n days</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::EncryptPage</name>
    <message numerus="yes">
        <source>Passphrase, %n characters or more</source>
        <translation>
            <numerusform>Passphrase, %n character or more</numerusform>
            <numerusform>Passphrase, %n characters or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::FamilyModel</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::GroupView</name>
    <message numerus="yes">
        <source>%1, %2 · %n people</source>
        <extracomment>garment, unit and how many people: &quot;Child&apos;s shirt, cm · 12 people&quot;</extracomment>
        <translation>
            <numerusform>%1, %2 · %n person</numerusform>
            <numerusform>%1, %2 · %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ImportPage</name>
    <message numerus="yes">
        <source>%n left out or taken otherwise. Line %1: %2</source>
        <translation>
            <numerusform>%n left out or taken otherwise. Line %1: %2</numerusform>
            <numerusform>%n left out or taken otherwise. Line %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::InviteForm</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::LeaveForm</name>
    <message numerus="yes">
        <source>%n pieces given to you are not ready yet, and stay yours until somebody hands them on.</source>
        <translation>
            <numerusform>%n piece given to you is not ready yet, and stays yours until somebody hands it on.</numerusform>
            <numerusform>%n pieces given to you are not ready yet, and stay yours until somebody hands them on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::MeasureField</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::MeasureList</name>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::MeasuringScreen</name>
    <message numerus="yes">
        <source>%1, %n already cut</source>
        <translation>
            <numerusform>%1, %n already cut</numerusform>
            <numerusform>%1, %n already cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 and %n more</source>
        <extracomment>&quot;2 pieces, 1 already cut: 1042-2 Jacket, 1044-1 Trousers&quot;</extracomment>
        <translation>
            <numerusform>%1: %2 and %n more</numerusform>
            <numerusform>%1: %2 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not as on %1: %2 and %n more</source>
        <translation>
            <numerusform>Not as on %1: %2 and %n more</numerusform>
            <numerusform>Not as on %1: %2 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept from %1</source>
        <translation>
            <numerusform>%n kept from %1</numerusform>
            <numerusform>%n kept from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::OpenOrderNames</name>
    <message numerus="yes">
        <source>Ready for over %n days</source>
        <translation>
            <numerusform>Ready for over %n day</numerusform>
            <numerusform>Ready for over %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::OrderState</name>
    <message numerus="yes">
        <source>Late %n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>Late %n d</numerusform>
            <numerusform>Late %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%1, %n d</numerusform>
            <numerusform>%1, %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits %n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>Waits %n d</numerusform>
            <numerusform>Waits %n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::OverviewPane</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::PaperText</name>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::PartyForm</name>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>Add %n person</numerusform>
            <numerusform>Add %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::PartyPage</name>
    <message numerus="yes">
        <source>%n not measured</source>
        <translation>
            <numerusform>%n not measured</numerusform>
            <numerusform>%n not measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::PostDelegate</name>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::RecoverySheetPage</name>
    <message numerus="yes">
        <source>%n codes of your sheet are left.</source>
        <translation>
            <numerusform>%n code of your sheet is left.</numerusform>
            <numerusform>%n codes of your sheet are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ReminderStrip</name>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform>, and %n more</numerusform>
            <numerusform>, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ReminderWatch</name>
    <message numerus="yes">
        <source>, and %n before it that nobody was told of</source>
        <translation>
            <numerusform>, and %n before it that nobody was told of</numerusform>
            <numerusform>, and %n before it that nobody was told of</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::RemoveForm</name>
    <message numerus="yes">
        <source>%n pieces given to them are not ready yet.</source>
        <translation>
            <numerusform>%n piece given to them is not ready yet.</numerusform>
            <numerusform>%n pieces given to them are not ready yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointments of theirs are still to come.</source>
        <translation>
            <numerusform>%n appointment of theirs is still to come.</numerusform>
            <numerusform>%n appointments of theirs are still to come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::ShelfCountForm</name>
    <message numerus="yes">
        <source>%1, %n things, %2</source>
        <extracomment>a shelf, how many things lie on it, and when it was counted</extracomment>
        <translation>
            <numerusform>%1, %n thing, %2</numerusform>
            <numerusform>%1, %n things, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::SignInPage</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n seconds.</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::StockPage</name>
    <message numerus="yes">
        <source>%1 on %n rolls</source>
        <extracomment>&quot;271 m on 10 rolls&quot; or &quot;320 pcs of 12 things&quot;</extracomment>
        <translation>
            <numerusform>%1 on %n roll</numerusform>
            <numerusform>%1 on %n rolls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n things</source>
        <translation>
            <numerusform>%1 of %n thing</numerusform>
            <numerusform>%1 of %n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::TakeBackForm</name>
    <message numerus="yes">
        <source>%n pieces of order %1 were collected and would be unpaid.</source>
        <translation>
            <numerusform>%n piece of order %1 was collected and would be unpaid.</numerusform>
            <numerusform>%n pieces of order %1 were collected and would be unpaid.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::TemplatesModel</name>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::TodayRows</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>pieces</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::TomorrowWords</name>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::TopBar</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::UnlockPage</name>
    <message numerus="yes">
        <source>New passphrase, %n characters or more</source>
        <translation>
            <numerusform>New passphrase, %n character or more</numerusform>
            <numerusform>New passphrase, %n characters or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::WhoPane</name>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thimblely::ui::WorkWords</name>
    <message numerus="yes">
        <source>No-show %n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>No-show %n d</numerusform>
            <numerusform>No-show %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <comment>with a piece</comment>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
</context>
</TS>
